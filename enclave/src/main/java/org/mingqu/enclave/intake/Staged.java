package org.mingqu.enclave.intake;

import java.util.List;
import org.mingqu.warrant.DetectedColumn;

/// A load as read.
///
/// @param rows good rows under the proposed types
/// @param rejects rows that are not taken, each once, in the order of the file
/// @param blanks numbers of the blank records
record Staged(long rows, List<Reject> rejects, List<Long> blanks, List<DetectedColumn> columns) {}
