package org.mingqu.enclave.intake;

import java.util.Locale;
import java.util.Map;
import org.mingqu.warrant.EnclaveText;

/// A row that is not taken, and why.
///
/// @param row number of the record, from 1 with the header, as a spreadsheet counts
/// @param column the column's name, or empty
/// @param reason code of a sentence: `reject.…`
/// @param type for `reject.value` the type that was expected, for `reject.detector` the detector
/// @param text the row, or the value that does not fit
record Reject(long row, String column, String reason, String type, String text) {

    /// A line of the rejects file.
    String line(Locale locale) {
        var what = reason.equals("reject.detector") ? EnclaveText.of("detector." + type, Map.of(), locale) : type;
        var sentence = EnclaveText.of(reason, Map.of("type", what), locale);
        return row + "," + Csv.cell(column) + "," + Csv.cell(sentence) + "," + Csv.cell(text) + "\r\n";
    }
}
