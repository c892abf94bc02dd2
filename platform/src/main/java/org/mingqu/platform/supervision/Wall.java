package org.mingqu.platform.supervision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.supervision.DutyViews.DutyLine;

/// Who is behind: one wall for all, the authority itself among them.
///
/// @param late what its owner has not done in time, the longest first
/// @param waiting what was submitted and whoever accepts has not answered in time, with who that is
/// @param certificates the latest of each kind and holder, the first to end first
/// @param months how much of what fell due in each of the last twelve months was done in time
record Wall(
        LocalDate today,
        WallTotals totals,
        List<PartyLine> parties,
        List<DutyLine> late,
        List<WaitingLine> waiting,
        List<CertificateLine> certificates,
        List<MonthLine> months) {

    private static final int MONTHS = 12;
    private static final int EXPIRES_SOON_DAYS = 60;

    /// @param due how many fell due in the last twelve months, and how many of them were done in time
    record WallTotals(long open, long overdue, long submitted, long returned, long expired, long due, long inTime) {}

    /// @param oldest the last day of what has been owed longest; null if nothing is late
    record PartyLine(
            Party party,
            Role role,
            long open,
            long overdue,
            long submitted,
            long due,
            long inTime,
            @Nullable LocalDate oldest) {}

    /// @param by who has not answered
    record WaitingLine(DutyLine duty, List<String> by) {}

    record CertificateLine(DutyLine duty, LocalDate validUntil, String state) {}

    record MonthLine(YearMonth month, long due, long inTime) {}

    static LocalDate reachesBackTo(LocalDate today) {
        return YearMonth.from(today).minusMonths(MONTHS - 1L).atDay(1);
    }

    /// @param all not done, or fell due in the last twelve months
    /// @param soon the last day that counts as soon
    /// @param awaited names those who are still to answer to what was submitted
    static Wall of(List<Duty> all, LocalDate today, LocalDate soon, Function<Duty, List<String>> awaited) {
        var late = all.stream()
                .filter(it -> it.isOverdue(today))
                .sorted(Comparator.comparing(Duty::actBy))
                .map(it -> DutyLine.of(it, today, soon))
                .toList();
        var waiting = all.stream()
                .filter(it -> it.state(today, soon) == Duty.State.WAITING_LONG)
                .map(it -> new WaitingLine(DutyLine.of(it, today, soon), awaited.apply(it)))
                .toList();
        var certificates = certificates(all, today, soon);
        return new Wall(
                today,
                totals(all, certificates, today),
                parties(all, today),
                late,
                waiting,
                certificates,
                months(all, today));
    }

    private static WallTotals totals(List<Duty> all, List<CertificateLine> certificates, LocalDate today) {
        var due = fellDue(all, today);
        return new WallTotals(
                count(all, DutyStage.OPEN),
                all.stream().filter(it -> it.isOverdue(today)).count(),
                count(all, DutyStage.SUBMITTED),
                count(all, DutyStage.RETURNED),
                certificates.stream().filter(it -> it.state().equals("EXPIRED")).count(),
                due.size(),
                due.stream().filter(Duty::isInTime).count());
    }

    private static long count(List<Duty> all, DutyStage stage) {
        return all.stream().filter(it -> it.stage() == stage).count();
    }

    private static List<Duty> fellDue(List<Duty> all, LocalDate today) {
        var from = reachesBackTo(today);
        return all.stream()
                .filter(it -> it.due().isBefore(today) && !it.due().isBefore(from) && !it.provisional())
                .toList();
    }

    private static List<PartyLine> parties(List<Duty> all, LocalDate today) {
        var byParty = new LinkedHashMap<String, List<Duty>>();
        all.forEach(it -> byParty.computeIfAbsent(it.owner().id() + " " + it.role(), _ -> new ArrayList<>())
                .add(it));
        return byParty.values().stream()
                .map(of -> party(of, today))
                .sorted(Comparator.comparingLong(PartyLine::overdue).reversed())
                .toList();
    }

    private static PartyLine party(List<Duty> of, LocalDate today) {
        var due = fellDue(of, today);
        var overdue = of.stream().filter(it -> it.isOverdue(today)).toList();
        return new PartyLine(
                of.getFirst().owner(),
                of.getFirst().role(),
                count(of, DutyStage.OPEN),
                overdue.size(),
                count(of, DutyStage.SUBMITTED),
                due.size(),
                due.stream().filter(Duty::isInTime).count(),
                overdue.stream().map(Duty::actBy).min(Comparator.naturalOrder()).orElse(null));
    }

    private static List<CertificateLine> certificates(List<Duty> all, LocalDate today, LocalDate soon) {
        var latest = new LinkedHashMap<String, CertificateLine>();
        all.stream()
                .filter(it -> it.validUntil() != null && it.stage() == DutyStage.ACCEPTED)
                .sorted(Comparator.comparing((Duty it) -> it.period().from()).reversed())
                .forEach(it -> latest.putIfAbsent(
                        it.code() + " " + it.owner().id(),
                        new CertificateLine(
                                DutyLine.of(it, today, soon), it.validUntil(), certificate(it.validUntil(), today))));
        return latest.values().stream()
                .sorted(Comparator.comparing(CertificateLine::validUntil))
                .toList();
    }

    private static String certificate(LocalDate until, LocalDate today) {
        if (until.isBefore(today)) {
            return "EXPIRED";
        }
        return until.isBefore(today.plusDays(EXPIRES_SOON_DAYS)) ? "EXPIRING" : "VALID";
    }

    private static List<MonthLine> months(List<Duty> all, LocalDate today) {
        var due = fellDue(all, today);
        return IntStream.range(0, MONTHS)
                .mapToObj(it -> YearMonth.from(today).minusMonths(MONTHS - 1L - it))
                .map(month -> {
                    var of = due.stream()
                            .filter(it -> YearMonth.from(it.due()).equals(month))
                            .toList();
                    return new MonthLine(
                            month, of.size(), of.stream().filter(Duty::isInTime).count());
                })
                .toList();
    }
}
