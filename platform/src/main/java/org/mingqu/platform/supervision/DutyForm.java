package org.mingqu.platform.supervision;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// What is peculiar to fields of a duty's form.
final class DutyForm {

    /// The last day on which a certificate is good.
    static final String VALID_UNTIL = "validUntil";

    private DutyForm() {}

    static boolean isDate(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
