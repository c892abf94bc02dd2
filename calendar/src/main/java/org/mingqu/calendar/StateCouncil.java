package org.mingqu.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// The calendar that the State Council publishes year by year.
///
/// The notices of 2024, 2025 and 2026 come with this library; each is named with its address in the file
/// `state-council.txt` beside this class. A later notice is [read][#read(Reader)] from a text of the same
/// form and [added][WorkingCalendar#and(WorkingCalendar)].
public final class StateCouncil {

    private static final String RESOURCE = "state-council.txt";
    private static final WorkingCalendar CALENDAR = load();

    private StateCouncil() {}

    /// The working days by the notices that come with this library.
    public static WorkingCalendar calendar() {
        return CALENDAR;
    }

    /// Reads notices: lines `notice YEAR ADDRESS`, `off DATE NAME`, `on DATE NAME`, empty lines, and remarks
    /// that begin with `#`.
    ///
    /// @throws IllegalArgumentException if a line is none of these; the message names the line
    /// @throws UncheckedIOException if the text cannot be read
    public static WorkingCalendar read(Reader text) {
        var years = new HashSet<Integer>();
        var daysOff = new HashSet<LocalDate>();
        var daysOn = new HashSet<LocalDate>();
        var number = 0;
        for (var line : new BufferedReader(text).lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                take(line, number, years, daysOff, daysOn);
            }
        }
        return new WorkingCalendar(years, daysOff, daysOn);
    }

    private static void take(
            String line, int number, Set<Integer> years, Set<LocalDate> daysOff, Set<LocalDate> daysOn) {
        var words = line.split(" ", 3);
        try {
            var known = words.length == 3
                    && switch (words[0]) {
                        case "notice" -> years.add(Integer.valueOf(words[1]));
                        case "off" -> daysOff.add(LocalDate.parse(words[1]));
                        case "on" -> daysOn.add(LocalDate.parse(words[1]));
                        default -> false;
                    };
            if (!known) {
                throw new IllegalArgumentException(
                        "line %d is not a notice or a new day off or on: '%s'".formatted(number, line));
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("line %d has no date or year: '%s'".formatted(number, line), e);
        }
    }

    private static WorkingCalendar load() {
        var resource = Objects.requireNonNull(StateCouncil.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (var text = new InputStreamReader(resource, UTF_8)) {
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the class path holds " + RESOURCE, e);
        }
    }
}
