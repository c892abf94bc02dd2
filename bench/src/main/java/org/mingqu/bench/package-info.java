/// What is measured, each beside its peer in one run on one machine, so that the ratio holds where the times do not.
///
/// The door is [org.mingqu.bench.Bench].
@NullMarked
package org.mingqu.bench;

import org.jspecify.annotations.NullMarked;
