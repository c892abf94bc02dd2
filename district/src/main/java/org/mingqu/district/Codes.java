package org.mingqu.district;

/// The check characters of the two numbers that name people and organisations in China, and the fictional region.
///
/// Sources: GB 11643-1999, GB 32100-2015, GB 11714-1997.
public final class Codes {

    /// Region of all fictional identity numbers and credit codes: Guangdong's digits with a city and a county that
    /// GB/T 2260 has given to no place.
    public static final String REGION = "449901";

    /// First digits of all fictional mobile numbers: a segment that no operator has.
    public static final String MOBILE_SEGMENT = "164";

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Codes() {}

    /// The eighteenth character of an identity number.
    ///
    /// @param first17 its first seventeen digits
    public static char idCheck(String first17) {
        var sum = 0;
        for (var i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return ID_CHECKS.charAt(sum % 11);
    }

    /// The eighteenth character of a unified social credit code.
    ///
    /// @param first17 its first seventeen characters
    public static char creditCheck(String first17) {
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    /// The ninth character of an organisation code.
    ///
    /// @param first8 its first eight characters
    static char organisationCheck(String first8) {
        var sum = 0;
        for (var i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += Character.digit(first8.charAt(i), 36) * BODY_WEIGHTS[i];
        }
        var check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /// A whole fictional credit code.
    ///
    /// @param kind registering department and sort of organisation, two characters
    /// @param body the eight characters of the organisation
    static String creditCode(String kind, String body) {
        var first17 = kind + REGION + body + organisationCheck(body);
        return first17 + creditCheck(first17);
    }
}
