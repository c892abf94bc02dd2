/// The platform: a modular monolith, one package per chapter of the Measures.
@NullMarked
package org.mingqu.platform;

import org.jspecify.annotations.NullMarked;
