/// Encryption at rest: each thing kept has a key of its own, wrapped by the master key; without its key it is
/// noise.
///
/// [MasterKey] makes, opens and destroys [DataKey]s; a [DataKey] seals and opens files.
@NullMarked
package org.mingqu.enclave.vault;

import org.jspecify.annotations.NullMarked;
