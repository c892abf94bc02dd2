package org.mingqu.platform.procedures;

import java.util.Locale;

/// What a case is found by: its title and its number, in small letters, in a column of their own (`words`). Looking
/// there takes a fraction of the time of comparing both without regard to capitals, row by row.
final class CaseWords {

    private CaseWords() {}

    /// The pattern for what somebody looks for, wherever it stands; empty for nothing in particular. Signs that mean
    /// something to the database mean themselves.
    static String pattern(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return "%" + plain + "%";
    }
}
