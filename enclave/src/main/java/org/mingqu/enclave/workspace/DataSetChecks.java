package org.mingqu.enclave.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingqu.warrant.DataSetReport;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.ReleaseCheck.Outcome;

/// The checks that a data set of rows has beside those of every release (art. 20, 22, 25).
final class DataSetChecks {

    private static final int HUNDRED = 100;

    /// So many places name a recipient.
    private static final int ENOUGH_PLACES = 300;

    /// A part that leaks is taken to be a twentieth at least.
    private static final int PART = 20;

    private final DataSetReport report;

    DataSetChecks(DataSetReport report) {
        this.report = report;
    }

    List<ReleaseCheck> all() {
        var checks = new ArrayList<ReleaseCheck>();
        if (report.rowsAfter() == 0) {
            checks.add(check("release.dataset.none-left", "20", Outcome.FLAG, target()));
            return checks;
        }
        risk(checks);
        checks.add(classes());
        diversity(checks);
        checks.add(leftOut());
        checks.add(mark());
        return checks;
    }

    private Map<String, String> target() {
        var target = report.target();
        return Map.of(
                "k", "" + target.k(),
                "l", "" + target.l(),
                "t", percent(target.closeness()),
                "share", "" + target.suppressible());
    }

    private static String percent(int hundredths) {
        return "%.2f".formatted(hundredths / (double) HUNDRED);
    }

    private void risk(List<ReleaseCheck> checks) {
        var after = report.after();
        if (after == null) {
            checks.add(check("release.dataset.risk.none", "20", Outcome.PASS, Map.of()));
            return;
        }
        var facts = new TreeMap<String, String>();
        facts.put("risk", after.risk());
        facts.put("level", after.level());
        facts.put("before", report.before() == null ? "" : report.before().risk());
        var accepted = after.level().equals("L3");
        var rule = "release.dataset.risk." + report.target().sharing().name().toLowerCase(Locale.ROOT);
        checks.add(check(rule, "20", accepted ? Outcome.PASS : Outcome.FAIL, facts));
    }

    private ReleaseCheck classes() {
        return check(
                "release.dataset.classes",
                "20",
                report.smallest() >= report.target().k() ? Outcome.PASS : Outcome.FAIL,
                Map.of("classes", "" + report.classes(), "smallest", "" + report.smallest()));
    }

    private void diversity(List<ReleaseCheck> checks) {
        var diversity = report.diversity();
        var closeness = report.closeness();
        if (diversity == null || closeness == null) {
            return;
        }
        var facts = new TreeMap<>(target());
        facts.put("found", "" + diversity);
        facts.put("distance", "%.2f".formatted(closeness));
        var near = closeness * HUNDRED <= report.target().closeness();
        var outcome = diversity < report.target().l() ? Outcome.FAIL : near ? Outcome.PASS : Outcome.FLAG;
        checks.add(check("release.dataset.diversity", "20", outcome, facts));
    }

    private ReleaseCheck leftOut() {
        var left = report.rowsBefore() - report.rowsAfter();
        var many = (long) left * HUNDRED > (long) report.target().suppressible() * report.rowsBefore();
        return check(
                "release.dataset.left-out",
                "20",
                many ? Outcome.FLAG : Outcome.PASS,
                Map.of(
                        "rows", "" + left,
                        "of", "" + report.rowsBefore(),
                        "withheld", "" + report.withheld()));
    }

    private ReleaseCheck mark() {
        if (report.marks().isEmpty()) {
            return check("release.dataset.mark.none", "25", Outcome.FLAG, Map.of());
        }
        var columns = report.marks().stream()
                .map(mark -> mark.column() + " ±" + mark.tolerance())
                .collect(Collectors.joining("、"));
        var part = Math.min(
                report.places(), (long) report.rowsAfter() * report.marks().size() / PART);
        var rule = part >= ENOUGH_PLACES ? "release.dataset.mark" : "release.dataset.mark.few";
        return check(
                rule,
                "25",
                part >= ENOUGH_PLACES ? Outcome.PASS : Outcome.FLAG,
                Map.of("columns", columns, "places", "" + report.places()));
    }

    private static ReleaseCheck check(String rule, String article, Outcome outcome, Map<String, String> parameters) {
        return new ReleaseCheck(rule, article, outcome, parameters, EnclaveText.both(rule, parameters));
    }
}
