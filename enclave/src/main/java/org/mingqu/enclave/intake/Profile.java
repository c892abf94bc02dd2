package org.mingqu.enclave.intake;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mingqu.warrant.ColumnType;

/// What the sampled values of one column have in common.
final class Profile {

    /// The share of values that must fit: less than this is chance, more would miss columns with dirty rows.
    static final double ENOUGH = 0.95;

    private static final int MOST_SCALE = 6;
    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,12}(?:\\.[0-9]{1,6})?");
    private static final Pattern DOUBLE = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?");
    private static final Map<String, Predicate<String>> DETECTORS = detectors();

    private final List<String> values;
    private final Set<String> distinct;
    private final Map<String, Integer> matching = new LinkedHashMap<>();

    /// @param values without empty ones, stripped
    Profile(List<String> values) {
        this.values = values;
        this.distinct = new HashSet<>(values);
        DETECTORS.forEach((name, test) -> matching.put(name, count(test)));
    }

    private static Map<String, Predicate<String>> detectors() {
        var map = new LinkedHashMap<String, Predicate<String>>();
        map.put("ID_NUMBER", Patterns::isIdNumber);
        map.put("CREDIT_CODE", Patterns::isCreditCode);
        map.put("BANK_CARD", Patterns::isBankCard);
        map.put("MOBILE", Patterns::isMobile);
        map.put("PHONE", Patterns::isPhone);
        map.put("EMAIL", Patterns::isEmail);
        map.put("PLATE", Patterns::isPlate);
        map.put("GENDER", Patterns::isGender);
        map.put("COMPANY_NAME", Patterns::isCompany);
        map.put("ADDRESS", Patterns::isAddress);
        map.put("PERSON_NAME", Patterns::isPersonName);
        return map;
    }

    /// The detectors by value, the most telling first.
    static Set<String> detectorNames() {
        return DETECTORS.keySet();
    }

    int checked() {
        return values.size();
    }

    int matching(String detector) {
        return matching.getOrDefault(detector, 0);
    }

    double share(String detector) {
        return values.isEmpty() ? 0 : (double) matching(detector) / values.size();
    }

    int distinct() {
        return distinct.size();
    }

    List<String> values() {
        return values;
    }

    double averageLength() {
        return values.stream().mapToInt(String::length).average().orElse(0);
    }

    ColumnType type() {
        if (values.isEmpty()) {
            return ColumnType.TEXT;
        }
        if (fits(Patterns::isTimestamp)) {
            return ColumnType.TIMESTAMP;
        }
        if (fits(Patterns::isDate)) {
            return ColumnType.DATE;
        }
        if (fits(value -> INTEGER.matcher(value).matches())) {
            return ColumnType.INTEGER;
        }
        if (values.stream().noneMatch(Profile::hasLeadingZero)) {
            if (fits(value -> DECIMAL.matcher(value).matches())) {
                return ColumnType.DECIMAL;
            }
            if (fits(value -> DOUBLE.matcher(value).matches())) {
                return ColumnType.DOUBLE;
            }
        }
        return fits(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"))
                ? ColumnType.BOOLEAN
                : ColumnType.TEXT;
    }

    int scale() {
        var scale = values.stream()
                .filter(value -> DECIMAL.matcher(value).matches())
                .mapToInt(value -> value.indexOf('.') < 0 ? 0 : value.length() - value.indexOf('.') - 1)
                .max()
                .orElse(0);
        return Math.min(MOST_SCALE, scale);
    }

    private static boolean hasLeadingZero(String value) {
        return value.length() > 1 && value.charAt(0) == '0' && value.charAt(1) != '.';
    }

    private boolean fits(Predicate<String> test) {
        return count(test) >= ENOUGH * values.size();
    }

    private int count(Predicate<String> test) {
        return (int) values.stream().filter(test).count();
    }
}
