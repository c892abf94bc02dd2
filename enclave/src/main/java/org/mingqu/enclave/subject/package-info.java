/// Data subjects (art. 20, 37): who a proven identity is, where that person or enterprise has rows, a copy of these
/// rows and of no others, and whose rows are left out of what workspaces see.
///
/// Outside of the enclave a subject is a token. Which number it stands for is kept here, sealed.
@NullMarked
package org.mingqu.enclave.subject;

import org.jspecify.annotations.NullMarked;
