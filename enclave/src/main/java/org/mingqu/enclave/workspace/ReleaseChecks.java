package org.mingqu.enclave.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mingqu.enclave.release.Suppressed;
import org.mingqu.enclave.release.Suppressed.Reason;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.ReleaseCheck.Outcome;
import org.mingqu.warrant.SuppressedCell;

/// The checks of a release, each with its outcome and sentence, and its suppressed groups with reason and
/// remedies.
final class ReleaseChecks {

    private static final Set<Reason> BY_THEMSELVES =
            Set.of(Reason.TOO_FEW, Reason.HOMOGENEOUS, Reason.DOMINATED, Reason.OWN);

    private final RunRecord record;
    private final Result result;
    private final Review review;

    ReleaseChecks(RunRecord record, Result result, Review review) {
        this.record = record;
        this.result = result;
        this.review = review;
    }

    /// @param mayLeave whether the history lets all cells out as it is now
    /// @param otherVersion whether earlier releases were made from other versions of the data
    List<ReleaseCheck> all(boolean mayLeave, boolean otherVersion) {
        var checks = new ArrayList<ReleaseCheck>();
        var table = result.table();
        checks.add(check(
                "release.rows",
                Outcome.PASS,
                Map.of(
                        "rows",
                        "" + table.rows().size(),
                        "columns",
                        "" + table.columns().size())));
        checks.add(groupSize());
        checks.add(suppressed());
        checks.add(history(mayLeave));
        var dataSet = review.dataSet();
        var model = review.model();
        if (model != null) {
            checks.addAll(new ModelChecks(model, record.threshold()).all());
        } else if (dataSet != null) {
            checks.addAll(new DataSetChecks(dataSet.report()).all());
        } else if (aboutSubjects()) {
            checks.add(one("release.dominance", Reason.DOMINATED));
            checks.add(one("release.homogeneity", Reason.HOMOGENEOUS));
        }
        checks.addAll(rawValues());
        flags(checks, otherVersion);
        return checks;
    }

    private void flags(List<ReleaseCheck> checks, boolean otherVersion) {
        if (!review.own().isEmpty()) {
            var cells = count(Reason.OWN);
            checks.add(check(
                    cells == 0 ? "release.own" : "release.own.withheld",
                    Outcome.FLAG,
                    Map.of("tables", String.join("、", review.own()), "cells", "" + cells)));
        }
        if (review.rounding() > 1) {
            checks.add(check("release.rounding", Outcome.PASS, Map.of("base", "" + review.rounding())));
        }
        if (otherVersion) {
            checks.add(check("release.version", Outcome.FLAG, Map.of()));
        }
        if (review.repeated()) {
            checks.add(check("release.repeated", Outcome.FLAG, Map.of()));
        }
        var formulas = new ReleaseFile(result.table()).formulas();
        if (formulas > 0) {
            checks.add(check("release.formula", Outcome.FLAG, Map.of("cells", "" + formulas)));
        }
    }

    private boolean aboutSubjects() {
        return !review.cells().bodies().isEmpty();
    }

    private ReleaseCheck groupSize() {
        if (!aboutSubjects()) {
            return check("release.group-size.no-subject", Outcome.PASS, Map.of());
        }
        var threshold = Map.of("threshold", "" + record.threshold());
        if (result.subjects().isEmpty()) {
            return check("release.group-size.none-left", Outcome.FLAG, threshold);
        }
        var enough = result.subjects().stream().allMatch(behind -> behind >= record.threshold());
        return check("release.group-size", enough ? Outcome.PASS : Outcome.FAIL, threshold);
    }

    private ReleaseCheck suppressed() {
        if (review.suppressed().isEmpty()) {
            return check("release.suppressed", Outcome.PASS, Map.of());
        }
        return check(
                "release.suppressed.some",
                Outcome.PASS,
                Map.of("suppressed", "" + review.suppressed().size(), "few", "" + count(Reason.TOO_FEW)));
    }

    private long count(Reason reason) {
        return review.suppressed().stream().filter(it -> it.reason() == reason).count();
    }

    private ReleaseCheck history(boolean mayLeave) {
        if (!aboutSubjects()) {
            return check("release.history.nobody", Outcome.PASS, Map.of());
        }
        if (!mayLeave) {
            return check("release.history.stale", Outcome.FAIL, Map.of());
        }
        var withheld = review.suppressed().stream()
                .filter(it -> !BY_THEMSELVES.contains(it.reason()))
                .count();
        return withheld > 0
                ? check("release.history.withheld", Outcome.FLAG, Map.of("cells", "" + withheld))
                : check("release.history", Outcome.PASS, Map.of("threshold", "" + record.threshold()));
    }

    private ReleaseCheck one(String rule, Reason reason) {
        var count = count(reason);
        return count == 0
                ? check(rule, Outcome.PASS, Map.of())
                : check(rule + ".withheld", Outcome.FLAG, Map.of("cells", "" + count));
    }

    private List<ReleaseCheck> rawValues() {
        if (review.copied().isEmpty()) {
            return List.of(check("release.raw-value", Outcome.PASS, Map.of("checked", "" + review.compared())));
        }
        return review.copied().stream().map(ReleaseChecks::found).toList();
    }

    private static ReleaseCheck found(Review.Copied copied) {
        var rule = "release.raw-value.found";
        var parameters = new HashMap<>(
                Map.of("column", copied.column(), "source", copied.source(), "found", "" + copied.found()));
        var message = new HashMap<String, String>();
        EnclaveText.both("copied." + copied.disguise(), Map.of()).forEach((language, disguise) -> {
            parameters.put("disguise", disguise);
            message.put(language, EnclaveText.of(rule, parameters, Locale.forLanguageTag(language)));
        });
        parameters.put("disguise", copied.disguise());
        return new ReleaseCheck(rule, "20", Outcome.FAIL, parameters, message);
    }

    List<SuppressedCell> cells() {
        return review.suppressed().stream()
                .limit(Answer.Inspection.LISTED)
                .map(this::cell)
                .toList();
    }

    private SuppressedCell cell(Suppressed it) {
        var reason = code(it.reason().name());
        var parameters = Map.of("threshold", "" + record.threshold(), "cells", "" + it.cells());
        return new SuppressedCell(
                it.keys(),
                reason,
                EnclaveText.both("suppressed." + reason, parameters),
                it.remedies().stream()
                        .map(remedy -> EnclaveText.both("remedy." + code(remedy.name()), Map.of()))
                        .toList());
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ReleaseCheck check(String rule, Outcome outcome, Map<String, String> parameters) {
        return new ReleaseCheck(rule, "20", outcome, parameters, EnclaveText.both(rule, parameters));
    }
}
