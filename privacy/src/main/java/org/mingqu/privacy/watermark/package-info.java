/// Leak trace-back (art. 25): a keyed mark in each delivered file of rows that names the recipient in a part of
/// it.
///
/// The door is [org.mingqu.privacy.watermark.Watermark]. What it survives, what it changes and how sure a name
/// is are said there.
@NullMarked
package org.mingqu.privacy.watermark;

import org.jspecify.annotations.NullMarked;
