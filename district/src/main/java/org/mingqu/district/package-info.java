/// The demonstration district: fictional organisations, people, companies and their data (art. 5, 6, 18, 19 are lived
/// with them), made from a seed, the same on every machine.
///
/// Nobody in it exists. Identity numbers and credit codes have right check digits and a region that GB/T 2260 assigns
/// to
/// no place; mobile numbers lie in a segment that no operator has; names are put together from lists.
///
/// The door is [org.mingqu.district.District].
@NullMarked
package org.mingqu.district;

import org.jspecify.annotations.NullMarked;
