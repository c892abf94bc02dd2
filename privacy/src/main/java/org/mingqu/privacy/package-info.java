/// How much an answer may tell about one subject, and the noise, the thresholds and the masks that keep it
/// to that (articles 4, 20 and 32 of the Measures).
///
/// Pure: no Spring, no database, no clock. The doors are [org.mingqu.privacy.Noise],
/// [org.mingqu.privacy.GroupSelection] for groups that nobody may know to exist, and the rooms beside:
/// `accounting` for what is left of a budget, `dp` for statistics from noisy numbers, `disclosure` for what
/// exact results give away together, `risk` for data sets of rows, `mask` for values that are changed before use,
/// `watermark` for files that name their recipient.
@NullMarked
package org.mingqu.privacy;

import org.jspecify.annotations.NullMarked;
