package org.mingqu.enclave.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.guard.FindingText;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Plan;
import org.mingqu.guard.Verdict;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.accounting.Loss;
import org.mingqu.privacy.accounting.Mechanism;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Check;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Finding;
import org.mingqu.warrant.Lane;

/// What the guard says, in the platform's words.
final class Judging {

    static final int USUAL_EPSILON_MILLI = 100;

    /// The kinds of noise that an answer can have, in the order in which they are offered.
    static final List<Mechanism> MECHANISMS = List.of(Mechanism.LAPLACE, Mechanism.GAUSSIAN);

    private final Guard guard;
    private final Budgets budgets;
    private final Answered answered;

    Judging(Guard guard, Budgets budgets, Answered answered) {
        this.guard = guard;
        this.budgets = budgets;
        this.answered = answered;
    }

    /// @param plan null if refused
    record Judged(Answer.Judgement judgement, @Nullable Plan plan) {}

    Judged judge(String workspace, String sql, Lane lane, Grants grants, Epsilon loss) {
        return switch (guard.judge(sql, grants.forGuard(), org.mingqu.guard.Lane.valueOf(lane.name()))) {
            case Verdict.Refused refused ->
                new Judged(
                        new Answer.Judgement(
                                false,
                                lane,
                                refused.findings().stream()
                                        .map(Judging::finding)
                                        .toList(),
                                List.of(),
                                null),
                        null);
            case Verdict.Allowed allowed -> {
                var plan = allowed.plan();
                var checks = plan.checks().stream().map(Judging::check).toList();
                var cost = lane == Lane.INSTANT ? cost(workspace, plan, grants, loss) : null;
                yield new Judged(new Answer.Judgement(true, lane, List.of(), checks, cost), plan);
            }
        };
    }

    /// A question that was answered before costs nothing.
    private Answer.Cost cost(String workspace, Plan plan, Grants grants, Epsilon loss) {
        var cost = budgets.cost(budgetsOf(plan, grants), offers(plan, loss));
        return answered.find(workspace, plan, grants, loss) == null
                ? cost
                : new Answer.Cost(cost.resource(), 0, cost.leftMilli(), cost.limitMilli());
    }

    /// The budgets on which an instant plan draws: resource to limit.
    static Map<String, Long> budgetsOf(Plan plan, Grants grants) {
        var limits = new TreeMap<String, Long>();
        var dp = plan.dp();
        var tables = dp == null ? plan.tables() : dp.tables();
        for (var granted : grants.all()) {
            if (tables.contains(granted.table().name())) {
                limits.put(granted.table().resource(), granted.table().budgetMilli());
            }
        }
        return limits;
    }

    /// What the answer to an instant plan tells about one subject, by each of [#MECHANISMS].
    static List<Loss> offers(Plan plan, Epsilon epsilon) {
        var dp = Objects.requireNonNull(plan.dp(), "an instant plan");
        return MECHANISMS.stream()
                .map(mechanism -> mechanism.loss(epsilon, dp.shares(), dp.chance()))
                .toList();
    }

    static Epsilon loss(@Nullable Integer milli) {
        var asked = milli == null ? USUAL_EPSILON_MILLI : milli;
        if (asked < 1 || asked > Epsilon.MAX_MILLI) {
            throw EnclaveRefused.of("epsilon-range", "20", "least", "1", "most", Long.toString(Epsilon.MAX_MILLI));
        }
        return new Epsilon(asked);
    }

    private static Finding finding(org.mingqu.guard.Finding finding) {
        return new Finding(
                finding.rule(),
                finding.article(),
                finding.line(),
                finding.column(),
                finding.endLine(),
                finding.endColumn(),
                finding.parameters(),
                Map.of(
                        "zh", FindingText.of(finding, Locale.CHINESE),
                        "en", FindingText.of(finding, Locale.ENGLISH)));
    }

    private static Check check(org.mingqu.guard.Check check) {
        return new Check(
                check.rule(),
                check.article(),
                check.parameters(),
                Map.of("zh", FindingText.of(check, Locale.CHINESE), "en", FindingText.of(check, Locale.ENGLISH)));
    }
}
