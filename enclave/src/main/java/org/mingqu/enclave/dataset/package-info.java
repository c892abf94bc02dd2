/// Data sets of rows (art. 3, 20, 22, 25): what generalisation leaves of rows, the mark of each recipient in
/// what is handed over, and whose copy a leaked file was made from.
@NullMarked
package org.mingqu.enclave.dataset;

import org.jspecify.annotations.NullMarked;
