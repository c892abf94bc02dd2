/// DuckDB as we use it: in memory, locked, and never speaking in its own words to anybody outside.
@NullMarked
package org.mingqu.enclave.engine;

import org.jspecify.annotations.NullMarked;
