package org.mingqu.ledger;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing that is wrong with a log, a receipt or a proof. [FaultText] says it in a sentence.
///
/// @param index the entry it is about, counted from 0, or -1 if it is not about a single entry
/// @param parameters what the sentence needs besides, by name
public record Fault(Kind kind, long index, SortedMap<String, String> parameters) {

    public Fault {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    static Fault of(Kind kind) {
        return of(kind, -1);
    }

    static Fault of(Kind kind, long index) {
        return new Fault(kind, index, new TreeMap<>());
    }

    Fault with(String name, Object value) {
        var more = new TreeMap<>(parameters);
        more.put(name, value.toString());
        return new Fault(kind, index, more);
    }

    /// What can be wrong. The code of each is its key in the message files and in the JSON report.
    public enum Kind {
        /// The content of an entry is not what was entered.
        ENTRY_CHANGED,
        /// An entry is no longer there.
        ENTRY_MISSING,
        /// An entry stands at another place than it was entered at.
        ENTRY_MOVED,
        /// A line is there that was never entered, or stands there twice.
        ENTRY_INSERTED,
        /// The content of an entry is whole, but the number beside it is not its own.
        ENTRY_NUMBER,
        /// The content of an entry is whole, but the hash written beside it was changed.
        ENTRY_LEAF,
        /// A line cannot be read as an entry at all.
        ENTRY_UNREADABLE,
        /// Among some entries at least one was changed, and nothing is left that tells which.
        ENTRIES_CHANGED,
        /// The entry is whole, but its hash in the separate list of leaves was changed.
        LEAF_LIST,
        /// A checkpoint cannot be read.
        CHECKPOINT_UNREADABLE,
        /// The signature of a checkpoint does not hold under the given key.
        CHECKPOINT_SIGNATURE,
        /// A checkpoint was signed with another key than the given one.
        CHECKPOINT_KEY,
        /// A checkpoint belongs to another log.
        CHECKPOINT_ORIGIN,
        /// A checkpoint covers fewer entries than one before it.
        CHECKPOINT_ROLLED_BACK,
        /// A checkpoint, rightly signed, is about another history than the others.
        CHECKPOINT_FORKED,
        /// There is no checkpoint, so that nothing can be checked.
        CHECKPOINT_NONE,
        /// The log does not go on from a checkpoint that a witness keeps.
        WITNESS_FORKED,
        /// The log ends before a checkpoint that a witness keeps.
        WITNESS_AHEAD,
        INCLUSION_OUTSIDE,
        INCLUSION_PATH_LENGTH,
        INCLUSION_ROOT,
        CONSISTENCY_SIZES,
        CONSISTENCY_PATH_LENGTH,
        CONSISTENCY_ROOT,
        /// A receipt cannot be read.
        RECEIPT_UNREADABLE,
        /// The parts of a receipt are about different places or sizes.
        RECEIPT_PARTS,
        /// A package is no ZIP that can be read.
        PACKAGE_UNREADABLE,
        /// A package has no manifest that can be read, or no signature.
        PACKAGE_MANIFEST,
        /// The signature under the manifest of a package does not hold.
        PACKAGE_SIGNATURE,
        /// A package was signed with another key than the given one.
        PACKAGE_KEY,
        /// A file of a package is not what was signed.
        PACKAGE_CHANGED,
        /// A file that the manifest lists is not in the package.
        PACKAGE_MISSING,
        /// A file is in the package that the manifest does not list.
        PACKAGE_EXTRA,
        /// All files of a package are whole, but something beside them was changed.
        PACKAGE_BYTES,
        /// No fault, but to be known: the last entries are not covered by a checkpoint.
        NOTE_UNSIGNED,
        /// No fault, but to be known: a file ends in the middle of a line, as after a sudden end.
        NOTE_TORN,
        /// No fault, but to be known: the separate list of leaves is short; it is made again at the next start.
        NOTE_LEAF_LIST_SHORT,
        /// There are more faults than are named one by one.
        NOTE_MORE;

        /// The stable code, such as `entry.changed`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }
}
