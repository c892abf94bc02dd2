/// How much an answer may tell about one subject, and the noise, the thresholds and the masks that keep it
/// to that (articles 4, 20 and 32 of the Measures).
///
/// Pure: no Spring, no database, no clock. The door is [org.mingqu.privacy.DiscreteLaplace] for noise,
/// [org.mingqu.privacy.GroupSelection] for groups that nobody may know to exist,
/// [org.mingqu.privacy.accounting.Allowance] for what is left, and [org.mingqu.privacy.Mask] for a column that may only
/// be seen changed.
@NullMarked
package org.mingqu.privacy;

import org.jspecify.annotations.NullMarked;
