/// What an exact result may not give away: the checks of the reviewed lane (articles 20, 21 and 32).
///
/// The doors are [org.mingqu.privacy.disclosure.ReleaseHistory] for what a release tells together with all
/// earlier ones, [org.mingqu.privacy.disclosure.Dominance] for sums in which one subject weighs too much,
/// [org.mingqu.privacy.disclosure.Homogeneity] for groups that share a value,
/// [org.mingqu.privacy.disclosure.Suppression] for the further cells that must go with a suppressed one, and
/// [org.mingqu.privacy.disclosure.Rounding].
///
/// Pure: subjects are dense whole numbers, cells are bitmaps of them; who they are is not known here.
@NullMarked
package org.mingqu.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
