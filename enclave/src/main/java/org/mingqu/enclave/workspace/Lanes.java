package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.guard.InstantAnswer;
import org.mingqu.guard.Plan;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;

/// The three ways from a plan to a result.
final class Lanes {

    private final Spaces spaces;
    private final Workspaces workspaces;
    private final Budgets budgets;
    private final ReviewedRun reviewed;
    private final Map<String, Object> asking = new ConcurrentHashMap<>();

    Lanes(Spaces spaces, Workspaces workspaces, Budgets budgets, ReviewedRun reviewed) {
        this.spaces = spaces;
        this.workspaces = workspaces;
        this.budgets = budgets;
        this.reviewed = reviewed;
    }

    Result run(RunRecord record, Plan plan, Grants grants, Epsilon loss, Running run) throws SQLException, IOException {
        return switch (record.lane()) {
            case SYNTHETIC -> synthetic(record, plan, grants, run);
            case REVIEWED -> reviewed.run(record, plan, grants, run);
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
        var earlier = earlier(record, plan, grants, loss);
        if (earlier != null) {
            return earlier;
        }
        var limits = grants.grant().limits();
        var execution = new Execution(plan, limits.maxGroups(), limits.timeoutSeconds());
        var answer = spaces.use(record.workspace(), grants, false, run, space -> {
            run.mustGoOn();
            budgets.spend(record.workspace(), record.run(), Judging.budgetsOf(plan, grants), Judging.told(plan, loss));
            return InstantAnswer.of(plan, execution.rows(space, run), loss, RandomBits.secure());
        });
        var result = Result.of(answer, loss.milli());
        remember(record, plan, grants, result);
        return result;
    }

    /// The answer to the same question, if it was given before with at least the precision asked for now.
    private @Nullable Result earlier(RunRecord record, Plan plan, Grants grants, Epsilon loss) throws IOException {
        var file = answers(record.workspace()).resolve(question(record, plan, grants));
        if (!Files.exists(file)) {
            return null;
        }
        var result = Result.open(workspaces.key(record.workspace()), file);
        return result.epsilonMilli() >= loss.milli() ? result : null;
    }

    private void remember(RunRecord record, Plan plan, Grants grants, Result result) throws IOException {
        Durable.folder(answers(record.workspace()));
        result.seal(
                workspaces.key(record.workspace()),
                answers(record.workspace()).resolve(question(record, plan, grants)));
    }

    private java.nio.file.Path answers(String workspace) {
        return workspaces.place(workspace).resolve("answers");
    }

    /// What makes a question the same: the plan, the versions and masks, and how it is shown.
    private String question(RunRecord record, Plan plan, Grants grants) throws IOException {
        var shown = plan.outputs().stream().map(Objects::toString).collect(Collectors.joining(","));
        var text = plan.sql() + "\n" + shown + "\n" + plan.dp() + "\n" + plan.threshold() + "\n" + grants.shape();
        return HexFormat.of()
                .formatHex(workspaces
                        .key(record.workspace())
                        .token(DataKey.Use.QUESTION, text.getBytes(StandardCharsets.UTF_8)));
    }
}
