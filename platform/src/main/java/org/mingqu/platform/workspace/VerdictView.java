package org.mingqu.platform.workspace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Lane;
import org.springframework.context.i18n.LocaleContextHolder;

/// What the guard says of a text, in the reader's language.
///
/// @param findings why it is refused, with places in the text; empty if and only if allowed
/// @param checks what was checked and held
/// @param cost of an instant answer; null in other lanes
record VerdictView(
        boolean allowed,
        Lane lane,
        List<FindingView> findings,
        List<CheckView> checks,
        @Nullable CostView cost) {

    private static final double MILLI = 1_000.0;

    record FindingView(String rule, String article, int line, int column, int endLine, int endColumn, String message) {}

    record CheckView(String rule, String article, String message) {}

    /// The privacy loss of an instant answer.
    ///
    /// @param epsilon what the answer costs; 0 if the same question was answered before
    /// @param left what is left before it, of the resource with the least left
    /// @param limit the whole budget of that resource
    record CostView(double epsilon, double left, double limit) {}

    static VerdictView of(Answer.Judgement it) {
        var cost = it.cost();
        return new VerdictView(
                it.allowed(),
                it.lane(),
                it.findings().stream()
                        .map(finding -> new FindingView(
                                finding.rule(),
                                finding.article(),
                                finding.line(),
                                finding.column(),
                                finding.endLine(),
                                finding.endColumn(),
                                inTheReadersLanguage(finding.message())))
                        .toList(),
                it.checks().stream()
                        .map(check ->
                                new CheckView(check.rule(), check.article(), inTheReadersLanguage(check.message())))
                        .toList(),
                cost == null
                        ? null
                        : new CostView(
                                cost.epsilonMilli() / MILLI, cost.leftMilli() / MILLI, cost.limitMilli() / MILLI));
    }

    static String inTheReadersLanguage(Map<String, String> texts) {
        var language = LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "zh";
        return texts.getOrDefault(language, "");
    }
}
