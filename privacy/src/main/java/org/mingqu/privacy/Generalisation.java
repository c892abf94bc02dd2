package org.mingqu.privacy;

import java.time.LocalDate;
import java.time.YearMonth;

/// Coarser values, by which a quasi-identifier tells less of who it is.
public final class Generalisation {

    private static final int OLDEST = 90;

    private Generalisation() {}

    /// The band of an age, such as `60-69` for a width of 10; from 90 on all ages are one band, because few
    /// people are that old.
    ///
    /// @param age in whole years, 0 or more
    /// @param width of a band in years, 1 to 90
    public static String ageBand(int age, int width) {
        if (age < 0 || width < 1 || width > OLDEST) {
            throw new IllegalArgumentException("age %d has no band of %d years".formatted(age, width));
        }
        if (age >= OLDEST) {
            return OLDEST + "+";
        }
        var from = age / width * width;
        return from + "-" + (Math.min(from + width, OLDEST) - 1);
    }

    /// The month of a date.
    public static YearMonth month(LocalDate date) {
        return YearMonth.from(date);
    }

    /// An administrative division's code on a higher level, with zeros for the rest.
    ///
    /// Source: GB/T 2260-2007 (province 2 digits, city 4, county 6) and GB/T 10114-2003 (town 9), community 12.
    ///
    /// @param code of 6, 9 or 12 digits
    /// @param digits that stay: 2, 4, 6 or 9
    public static String region(String code, int digits) {
        var level = digits == 2 || digits == 4 || digits == 6 || digits == 9;
        if (!code.matches("\\d{6}|\\d{9}|\\d{12}") || !level || digits > code.length()) {
            throw new IllegalArgumentException("region %s has no %d digits".formatted(code, digits));
        }
        return code.substring(0, digits) + "0".repeat(code.length() - digits);
    }
}
