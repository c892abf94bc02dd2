/// Workspaces, the runs in them, what they spend and what leaves (art. 4, 14, 20, 21, 38).
///
/// The doors of the room are [Workspaces], [Runs] and [Budgets].
@NullMarked
package org.mingqu.enclave.workspace;

import org.jspecify.annotations.NullMarked;
