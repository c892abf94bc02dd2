package org.mingqu.enclave.intake;

import java.util.List;
import org.mingqu.warrant.DetectedColumn;

/// A load as read: all values still as text.
///
/// @param rows good rows under the proposed types
/// @param rejects rows that are not taken, each once, in the order of the file
record Staged(long rows, List<Reject> rejects, List<DetectedColumn> columns) {}
