/// The story of the Measures as a walk through a running installation: each role does its part at the public interface,
/// and every step says by which article (art. 4–6, 16, 18–20, 32, 38).
///
/// Its door is [Tour], the main. It knows the platform by its public interface alone.
@NullMarked
package org.mingqu.tour;

import org.jspecify.annotations.NullMarked;
