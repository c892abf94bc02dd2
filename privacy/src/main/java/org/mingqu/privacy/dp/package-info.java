/// Statistics from noisy numbers: averages, variances, quantiles, and bounds that nobody knows beforehand.
///
/// Each takes exact whole numbers that were bounded before (rows of a subject limited, values clamped), puts
/// [org.mingqu.privacy.Noise] on each, and computes from the noisy numbers only, so that no more is told than
/// by them. The
/// doors are [org.mingqu.privacy.dp.BoundedMean], [org.mingqu.privacy.dp.BoundedVariance],
/// [org.mingqu.privacy.dp.Quantiles] and [org.mingqu.privacy.dp.ApproximateBounds].
@NullMarked
package org.mingqu.privacy.dp;

import org.jspecify.annotations.NullMarked;
