package org.mingqu.enclave.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.ReleaseCheck.Outcome;

/// The inspection of a model (art. 22), check by check. One that fails keeps it inside.
final class ModelChecks {

    private static final double HUNDRED = 100;

    private final Review.Model model;
    private final int threshold;

    ModelChecks(Review.Model model, int threshold) {
        this.model = model;
        this.threshold = threshold;
    }

    List<ReleaseCheck> all() {
        var report = model.report();
        var limits = report.limits();
        var checks = new ArrayList<ReleaseCheck>();
        var each = report.parameters() == 0 ? 0 : report.fewest() / (double) report.parameters();
        checks.add(check(
                "subjects",
                report.parameters() > 0 && each >= limits.perParameter() && report.fewest() >= threshold,
                Map.of(
                        "found",
                        number(each),
                        "limit",
                        "" + limits.perParameter(),
                        "rows",
                        "" + report.rows(),
                        "parameters",
                        "" + report.parameters())));
        checks.add(check(
                "levels",
                true,
                Map.of("threshold", "" + threshold, "merged", "" + report.merged(), "out", "" + report.leftOut())));
        if (report.parameters() > 0) {
            checks.add(check(
                    "leverage",
                    report.leverage() * HUNDRED <= limits.leverage(),
                    Map.of("found", number(report.leverage()), "limit", share(limits.leverage()))));
            checks.add(check(
                    "memorisation",
                    report.advantageHigh() * HUNDRED <= limits.advantage(),
                    Map.of(
                            "found", number(report.advantage()),
                            "low", number(report.advantageLow()),
                            "high", number(report.advantageHigh()),
                            "limit", share(limits.advantage()))));
            checks.add(check(
                    "canary",
                    report.canary() * HUNDRED <= limits.canary(),
                    Map.of("found", number(report.canary()), "limit", share(limits.canary()))));
            checks.add(check("quality", true, Map.of("found", number(report.quality()), "rows", "" + report.rows())));
        }
        if (model.withheld()) {
            checks.add(check("history", false, Map.of("threshold", "" + threshold)));
        }
        return checks;
    }

    private static String share(int hundredths) {
        return number(hundredths / HUNDRED);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static ReleaseCheck check(String name, boolean passes, Map<String, String> parameters) {
        var rule = "release.model." + name;
        return new ReleaseCheck(
                rule, "22", passes ? Outcome.PASS : Outcome.FAIL, parameters, EnclaveText.both(rule, parameters));
    }
}
