/// The Adult data, on which work on anonymity is commonly compared: what an attacker and what honest analysts
/// ask of them, and the search that ARX makes for the least loss.
@NullMarked
package org.mingqu.bench.adult;

import org.jspecify.annotations.NullMarked;
