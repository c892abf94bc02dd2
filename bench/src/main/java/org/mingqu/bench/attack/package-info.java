/// Questions that try to take one subject out of an exact answer, and an oracle that knows the raw data and says
/// whether
/// one did.
///
/// The doors are [org.mingqu.bench.attack.Oracle] and [org.mingqu.bench.attack.Grammar].
@NullMarked
package org.mingqu.bench.attack;

import org.jspecify.annotations.NullMarked;
