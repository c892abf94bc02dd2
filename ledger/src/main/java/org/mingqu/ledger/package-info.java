/// A tamper-evident record: what was entered can be proved, and what was changed afterwards shows.
///
/// [Entries][org.mingqu.ledger.Entry] are the leaves of a [Merkle tree][org.mingqu.ledger.MerkleTree] as
/// RFC 6962 and RFC 9162 define it, hashed with SM3 (GB/T 32905). A signed
/// [checkpoint][org.mingqu.ledger.Checkpoint] commits the operator of the log to every entry before it.
/// Whoever keeps a checkpoint, or a [receipt][org.mingqu.ledger.Receipt] of one entry, can check it with
/// this library and the public key alone; a [verifier][org.mingqu.ledger.Verifier] checks a whole log in
/// its [file form][org.mingqu.ledger.LogFile] and names the entry that is not as it was.
///
/// The doors: `MerkleTree`, `Frontier` and `Nodes` for who keeps entries in a store of their own,
/// `LogFile` for who keeps them in files, `Verifier` (as a command: `Verify`) for who trusts neither.
///
/// Pure: no Spring, no database, no clock, and nothing of the platform. Callers say when it is.
@NullMarked
package org.mingqu.ledger;

import org.jspecify.annotations.NullMarked;
