package org.mingqu.enclave.intake;

/// Cells of CSV files that we write.
public final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /// Quotes where needed, and marks what a spreadsheet would take for a formula.
    public static String cell(String text) {
        var safe = isFormula(text) ? "'" + text : text;
        if (safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0 && safe.indexOf('\r') < 0) {
            return safe;
        }
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    /// Whether a spreadsheet would compute this text. A plain number is none, whatever its sign.
    public static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !text.matches("[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");
    }
}
