package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.mingqu.guard.BoundsSearch;
import org.mingqu.guard.InstantAnswer;
import org.mingqu.guard.Plan;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;
import org.mingqu.privacy.accounting.Mechanism;

/// The ways from a plan to a result.
final class Lanes {

    private final Spaces spaces;
    private final Budgets budgets;
    private final ReviewedRun reviewed;
    private final DataSetRun dataSets;
    private final ModelRun models;
    private final Answered answered;
    private final Map<String, Object> asking = new ConcurrentHashMap<>();

    Lanes(
            Spaces spaces,
            Budgets budgets,
            ReviewedRun reviewed,
            DataSetRun dataSets,
            ModelRun models,
            Answered answered) {
        this.spaces = spaces;
        this.budgets = budgets;
        this.reviewed = reviewed;
        this.dataSets = dataSets;
        this.models = models;
        this.answered = answered;
    }

    Result run(RunRecord record, Plan plan, Grants grants, Epsilon loss, Running run) throws SQLException, IOException {
        return switch (record.lane()) {
            case SYNTHETIC -> synthetic(record, plan, grants, run);
            case REVIEWED -> reviewed.run(record, plan, grants, run);
            case DATASET -> dataSets.run(record, plan, grants, run);
            case MODEL -> models.run(record, plan, grants, run);
            case INSTANT -> {
                // One after the other where the same workspace asks: the second may ask the same.
                synchronized (asking.computeIfAbsent(record.workspace(), _ -> new Object())) {
                    yield instant(record, plan, grants, loss, run);
                }
            }
        };
    }

    private Result synthetic(RunRecord record, Plan plan, Grants grants, Running run) throws SQLException, IOException {
        var limits = grants.grant().limits();
        var execution = new Execution(plan, limits.maxRows(), limits.timeoutSeconds());
        var rows = spaces.use(record.workspace(), grants, true, run, space -> execution.rows(space, run));
        return Result.of(plan.outputs(), rows);
    }

    /// The engine is opened and filled before anything is paid, so that a fault there costs nothing; the
    /// payment is durable before the question is asked.
    private Result instant(RunRecord record, Plan plan, Grants grants, Epsilon loss, Running run)
            throws SQLException, IOException {
        var earlier = answered.find(record.workspace(), plan, grants, loss);
        if (earlier != null) {
            return earlier.shown(record.isAdjusted());
        }
        var answer = spaces.use(record.workspace(), grants, false, run, space -> {
            run.mustGoOn();
            var paid = budgets.spend(
                    record.workspace(), record.run(), Judging.budgetsOf(plan, grants), Judging.offers(plan, loss));
            return answer(plan, grants, loss, Judging.MECHANISMS.get(paid), space, run);
        });
        var result = Result.of(answer, loss.milli());
        answered.keep(record.workspace(), plan, grants, result);
        return result.shown(record.isAdjusted());
    }

    /// Bounds that nobody declared are found first, for a share of what was paid.
    private static InstantAnswer answer(
            Plan plan, Grants grants, Epsilon loss, Mechanism mechanism, Space space, Running run)
            throws SQLException, IOException {
        var limits = grants.grant().limits();
        var random = RandomBits.secure();
        var settled = plan;
        var search = Objects.requireNonNull(plan.dp(), "an instant plan").search();
        if (search != null) {
            var powers = new Execution(search.sql(), BoundsSearch.COLUMNS, limits.maxGroups(), limits.timeoutSeconds());
            settled = search.settle(plan, powers.rows(space, run), loss, mechanism, random);
        }
        var execution = new Execution(settled, limits.maxGroups(), limits.timeoutSeconds());
        return InstantAnswer.draw(settled, execution.rows(space, run), loss, mechanism, random);
    }
}
