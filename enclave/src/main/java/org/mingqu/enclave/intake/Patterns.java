package org.mingqu.enclave.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mingqu.warrant.EnclaveRefused;

/// Forms of values that can be recognised one by one.
final class Patterns {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern ID_FORM = Pattern.compile("[1-9][0-9]{16}[0-9Xx]");
    private static final Pattern CREDIT_FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86[- ]?)?1[3-9][0-9]{9}");
    private static final Pattern PHONE = Pattern.compile("(?:\\(?0[0-9]{2,3}\\)?[- ])[2-9][0-9]{6,7}(?:-[0-9]{1,5})?");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");
    private static final Pattern CARD = Pattern.compile("[3-6][0-9]{15,18}");
    private static final Pattern PLATE = Pattern.compile("[\\u4e00-\\u9fa5][A-Z][- ·]?[A-Z0-9]{5,6}");
    private static final Pattern NAME = Pattern.compile("[\\u4e00-\\u9fa5·]{2,4}");
    private static final Pattern COMPANY =
            Pattern.compile(".{2,}(?:公司|厂|店|中心|合作社|事务所|工作室|商行|企业|经营部|银行|研究院)(?:（.*）|\\(.*\\))?");
    private static final Pattern ADDRESS =
            Pattern.compile(".*(?:省|市|区|县|街道|镇|路|街|大道|社区|村|巷).*(?:[0-9０-９]|号|栋|幢|单元|室|村|花园|小区).*");
    private static final Pattern DATE = Pattern.compile(
            "(?:18|19|20)[0-9]{2}(?:[-/.]?(?:0?[1-9]|1[0-2])[-/.]?(?:0?[1-9]|[12][0-9]|3[01])|年[0-9]{1,2}月[0-9]{1,2}日)");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "(?:19|20)[0-9]{2}[-/]?[0-9]{1,2}[-/]?[0-9]{1,2}[ T][0-9]{1,2}:?[0-9]{2}(?::?[0-9]{2}(?:\\.[0-9]+)?)?");

    /// The forms of [org.mingqu.warrant.ColumnSpec#FORMS].
    private static final Map<String, Predicate<String>> FORMS = Map.of(
            "ID_NUMBER",
            Patterns::isIdNumber,
            "CREDIT_CODE",
            Patterns::isCreditCode,
            "BANK_CARD",
            Patterns::isBankCard,
            "MOBILE",
            Patterns::isMobile,
            "PHONE",
            Patterns::isPhone,
            "EMAIL",
            Patterns::isEmail,
            "PLATE",
            Patterns::isPlate,
            "GENDER",
            Patterns::isGender);

    private Patterns() {}

    /// The form that a detector demands where it was confirmed.
    ///
    /// @throws EnclaveRefused `detector-unknown` if it demands none
    static Predicate<String> form(String detector) {
        var form = FORMS.get(detector);
        if (form == null) {
            throw EnclaveRefused.of("detector-unknown", "5", "detector", detector);
        }
        return form;
    }

    /// A citizen's number with its check digit. Source: GB 11643-1999, sections 3 and 4.
    static boolean isIdNumber(String value) {
        if (!ID_FORM.matcher(value).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return Character.toUpperCase(value.charAt(17)) == ID_CHECKS.charAt(sum % 11) && isDay(value.substring(6, 14));
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// A unified social credit code with its check character. Source: GB 32100-2015, section 4 and annex A.
    static boolean isCreditCode(String value) {
        if (!CREDIT_FORM.matcher(value).matches()) {
            return false;
        }
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(value.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_ALPHABET.indexOf(value.charAt(17)) == (31 - sum % 31) % 31;
    }

    /// A bank card's number with its check digit. Source: ISO/IEC 7812-1, annex B.
    static boolean isBankCard(String value) {
        if (!CARD.matcher(value).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < value.length(); i++) {
            var digit = value.charAt(value.length() - 1 - i) - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static boolean isMobile(String value) {
        return MOBILE.matcher(value).matches();
    }

    static boolean isPhone(String value) {
        return PHONE.matcher(value).matches();
    }

    static boolean isEmail(String value) {
        return value.indexOf('@') > 0 && EMAIL.matcher(value).matches();
    }

    static boolean isPlate(String value) {
        return PLATE.matcher(value).matches();
    }

    static boolean isCompany(String value) {
        return COMPANY.matcher(value).matches();
    }

    static boolean isAddress(String value) {
        return value.length() >= 6 && ADDRESS.matcher(value).matches();
    }

    static boolean isGender(String value) {
        return value.equals("男") || value.equals("女");
    }

    static boolean isPersonName(String value) {
        return NAME.matcher(value).matches() && Words.SURNAMES.indexOf(value.charAt(0)) >= 0;
    }

    static boolean isDate(String value) {
        return DATE.matcher(value).matches();
    }

    static boolean isTimestamp(String value) {
        return TIMESTAMP.matcher(value).matches();
    }
}
