package org.mingqu.enclave.intake;

import java.util.List;

/// What the reader needs to know of a text.
///
/// @param blankRecords numbers, from 1 with the header, of the records that are blank lines, in ascending order
/// @param marks some places where records begin, the first of them after the header, in ascending order of bytes
/// @param padded false only if no value begins or ends with a space of any kind
record TextShape(List<Long> blankRecords, List<Long> marks, boolean padded) {

    /// Of a file that is no text.
    static final TextShape NONE = new TextShape(List.of(), List.of(), true);
}
