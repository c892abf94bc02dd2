package org.mingqu.platform.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;

/// Duties as the pages show them.
final class DutyViews {

    private DutyViews() {}

    /// A duty in a list.
    ///
    /// @param actBy the last day for whoever is to act now
    record DutyLine(
            UUID id,
            UUID caseId,
            String code,
            Party owner,
            Role role,
            @Nullable Party about,
            String article,
            LocalDate from,
            LocalDate until,
            LocalDate due,
            LocalDate actBy,
            boolean provisional,
            Duty.State state,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate validUntil) {

        static DutyLine of(Duty it, LocalDate today, LocalDate soon) {
            return new DutyLine(
                    it.id(),
                    it.caseId(),
                    it.code(),
                    it.owner(),
                    it.role(),
                    it.about(),
                    it.article(),
                    it.period().from(),
                    it.period().until(),
                    it.due(),
                    it.actBy(),
                    it.provisional(),
                    it.state(today, soon),
                    it.submittedOn(),
                    it.validUntil());
        }
    }

    /// A duty with what was filled in and what the record says.
    ///
    /// @param frozen whether the figures are as they were at the submission, and not as they are now
    record DutyView(
            DutyLine line,
            int version,
            String stage,
            DutyRuleView rule,
            Map<String, String> form,
            @Nullable PeriodFacts facts,
            boolean frozen,
            List<OpenMove> open) {}

    /// A line of the register.
    ///
    /// @param state whether it holds now: PAST, NOW or AHEAD
    record DutyRuleView(
            String code,
            LocalDate from,
            Role owedBy,
            DutyRule.About about,
            String article,
            String basis,
            DutyRule.Standing standing,
            Cycle cycle,
            DutyRule.Opens opens,
            @Nullable Integer dueDays,
            @Nullable String dueDate,
            DutyRule.@Nullable Acceptor acceptedBy,
            List<String> fields,
            boolean needsDocument,
            boolean prefilled,
            boolean discloses,
            String setBy,
            String reason,
            String state) {

        static DutyRuleView of(DutyRule it, String state) {
            return new DutyRuleView(
                    it.code(),
                    it.from(),
                    it.owedBy(),
                    it.about(),
                    it.article(),
                    it.basis(),
                    it.standing(),
                    it.cycle(),
                    it.opens(),
                    it.dueDays(),
                    it.dueDate(),
                    it.acceptedBy(),
                    it.form(),
                    it.needsDocument(),
                    it.prefilled(),
                    it.discloses(),
                    it.setBy(),
                    it.reason(),
                    state);
        }
    }
}
