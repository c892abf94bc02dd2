package org.mingqu.platform.parties;

import java.util.regex.Pattern;

/// Unified social credit codes.
///
/// Source: GB 32100-2015, section 4 (form) and annex A (check character).
final class CreditCode {

    /// The letters I, O, S, V and Z are left out by the standard, as they are easily misread.
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern FORM = Pattern.compile("[%s]{18}".formatted(ALPHABET));
    private static final int BASE = ALPHABET.length();
    private static final int CHECKED = 17;

    private CreditCode() {}

    static boolean isValid(String code) {
        return FORM.matcher(code).matches() && code.charAt(CHECKED) == checkCharacter(code);
    }

    private static char checkCharacter(String code) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < CHECKED; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % BASE;
        }
        return ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }
}
