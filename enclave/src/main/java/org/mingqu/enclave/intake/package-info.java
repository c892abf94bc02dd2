/// From a department's file or table to a version of a resource: received, decoded, read, looked at, confirmed,
/// landed (art. 5, 6).
///
/// The door of the room is [Intake].
@NullMarked
package org.mingqu.enclave.intake;

import org.jspecify.annotations.NullMarked;
