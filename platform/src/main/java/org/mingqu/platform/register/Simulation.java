package org.mingqu.platform.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.procedures.TermUses.TermUse;

/// What another length of a term would do. Cases that have begun end under the length they began with (art. 41): the
/// simulation says how many those are, and what the new length would have meant for all that went by the old one.
///
/// @param from the day from which it would hold
/// @param openNow tasks that are open under the term; none of them changes
/// @param lateNow of these, how many are late today
/// @param lateThen of these, how many would be late today had they had the new length
/// @param doneBefore tasks that were done within the last year
/// @param lateBefore of these, how many were done after their last day
/// @param wouldBeLate of these, how many were done after the day that the new length gives
/// @param examples open cases with both days, the nearest first
record Simulation(
        LocalDate from,
        int openNow,
        int lateNow,
        int lateThen,
        int doneBefore,
        int lateBefore,
        int wouldBeLate,
        List<Example> examples) {

    private static final int MOST_EXAMPLES = 20;

    /// An open case.
    record Example(String number, String organisation, LocalDate received, LocalDate due, LocalDate would) {}

    /// Plays a length through.
    ///
    /// @param deadline the last day that the new length gives for a day of receipt
    static Simulation of(List<TermUse> uses, LocalDate from, LocalDate today, Function<LocalDate, Deadline> deadline) {
        var open = uses.stream().filter(it -> it.doneOn() == null).toList();
        var done = uses.stream().filter(it -> it.doneOn() != null).toList();
        return new Simulation(
                from,
                open.size(),
                count(open, it -> it.due().isBefore(today)),
                count(open, it -> would(it, deadline).isBefore(today)),
                done.size(),
                count(done, it -> it.due().isBefore(on(it))),
                count(done, it -> would(it, deadline).isBefore(on(it))),
                open.stream()
                        .sorted(Comparator.comparing(TermUse::due))
                        .limit(MOST_EXAMPLES)
                        .map(it -> new Example(
                                it.number(), it.organisation(), it.receivedOn(), it.due(), would(it, deadline)))
                        .toList());
    }

    private static LocalDate on(TermUse it) {
        return Objects.requireNonNull(it.doneOn());
    }

    private static LocalDate would(TermUse it, Function<LocalDate, Deadline> deadline) {
        return deadline.apply(it.receivedOn()).lastDay();
    }

    private static int count(List<TermUse> uses, Predicate<TermUse> which) {
        return (int) uses.stream().filter(which).count();
    }
}
