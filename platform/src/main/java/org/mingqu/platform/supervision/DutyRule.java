package org.mingqu.platform.supervision;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.Deadline;
import org.mingqu.calendar.WorkingCalendar;
import org.mingqu.calendar.WorkingDays;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.supervision.Cycle.Period;

/// One line of the register of duties, as it holds from a day.
///
/// @param basis of a rule beside the Measures; empty for none
/// @param standing LAW if the rule itself says how often, SET if it says "regularly" and the figure is the register's
/// @param dueDays within so many working days after the period; 0 is its last day; null if a date says it
/// @param dueDate month and day (`03-31`) of the year after the period; as the rule says it, a rest day or not
/// @param form the keys of what is to be filled in
/// @param prefilled whether figures from the record go with it
/// @param discloses whether it is published as it was signed
record DutyRule(
        String code,
        LocalDate from,
        Role owedBy,
        About about,
        String article,
        String basis,
        Standing standing,
        Cycle cycle,
        Opens opens,
        @Nullable Integer dueDays,
        @Nullable String dueDate,
        @Nullable Acceptor acceptedBy,
        List<String> form,
        boolean needsDocument,
        boolean prefilled,
        boolean discloses,
        String setBy,
        String reason) {

    /// What a duty is about.
    enum About {
        ALL,
        /// One for each operator.
        EACH_OPERATOR,
        /// Only for a period in which somebody used data under an agreement.
        PARTNERS
    }

    /// Who says how often.
    enum Standing {
        LAW,
        SET
    }

    /// When in its period a duty can be begun.
    enum Opens {
        START,
        END
    }

    /// Who is entitled to accept.
    enum Acceptor {
        AUTHORITY,
        FINANCE,
        SECURITY
    }

    /// The day on which the duty of a period begins; what a new rule asks for begins with the rule at the earliest.
    LocalDate opensOn(Period it) {
        var day = opens == Opens.START ? it.from() : it.until().plusDays(1);
        return day.isBefore(from) ? from : day;
    }

    Deadline due(Period it, WorkingCalendar calendar) {
        if (dueDate != null) {
            var date = MonthDay.parse("--" + dueDate).atYear(it.until().getYear() + 1);
            return new Deadline(date, false);
        }
        if (dueDays == null || dueDays == 0) {
            return new Deadline(it.until(), false);
        }
        return calendar.deadline(it.until(), WorkingDays.workingDays(dueDays));
    }
}
