/// Masks: how a granted value is changed before anybody may use it (art. 20). Each says what it protects, and
/// what it does not.
///
/// | mask | keeps | use |
/// |---|---|---|
/// | [org.mingqu.privacy.mask.Pseudonyms] | who is the same, within a workspace | joins and counts of persons |
/// | [org.mingqu.privacy.mask.Generalisation] | a coarser truth | groups by age, place, time |
/// | [org.mingqu.privacy.mask.PartialMask] | a few characters | lists that people read |
/// | [org.mingqu.privacy.mask.FormatPreserving] | form and sameness | test data for programs that check forms |
/// | [org.mingqu.privacy.mask.Shuffle] | the values, not whose they are | test data with true distributions |
///
/// A mask alone makes nobody anonymous. What may leave is decided by thresholds, noise and people.
@NullMarked
package org.mingqu.privacy.mask;

import org.jspecify.annotations.NullMarked;
