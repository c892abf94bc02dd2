/// What exact results tell together, kept per resource and sealed (articles 20, 21 and 32): the numbers of its subjects
/// and rows ([org.mingqu.enclave.release.Units]), what was released of it, whoever received it
/// ([org.mingqu.enclave.release.Histories]), and the decision on each cell of a new answer
/// ([org.mingqu.enclave.release.Deciding]).
@NullMarked
package org.mingqu.enclave.release;

import org.jspecify.annotations.NullMarked;
