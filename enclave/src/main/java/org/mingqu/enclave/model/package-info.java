/// Models (art. 22): made inside from rows of the data, and inspected before anything of them leaves: how
/// many subjects there are for a coefficient, whether one of them determines it, whether the model remembers
/// whom it was made from.
@NullMarked
package org.mingqu.enclave.model;

import org.jspecify.annotations.NullMarked;
