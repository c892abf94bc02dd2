package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.release.Cells;
import org.mingqu.enclave.release.Deciding;
import org.mingqu.enclave.release.Decision;
import org.mingqu.enclave.release.Groups;
import org.mingqu.enclave.release.Histories;
import org.mingqu.enclave.release.OwnGroups;
import org.mingqu.enclave.release.Policy;
import org.mingqu.guard.Output;
import org.mingqu.guard.Plan;
import org.mingqu.guard.ReviewedAnswer;
import org.mingqu.privacy.disclosure.Rounding;
import org.mingqu.warrant.ColumnLineage;

/// The way from a plan to an exact result: the groups are made, those that may not leave are taken out, and
/// the result is made from the others.
final class ReviewedRun {

    private final Spaces spaces;
    private final Workspaces workspaces;
    private final Histories histories;
    private final CopiedColumns copiedColumns;

    ReviewedRun(Spaces spaces, Workspaces workspaces, Histories histories, CopiedColumns copiedColumns) {
        this.spaces = spaces;
        this.workspaces = workspaces;
        this.histories = histories;
        this.copiedColumns = copiedColumns;
    }

    private record Made(List<List<@Nullable Object>> rows, Decision decision, boolean repeated) {}

    Result run(RunRecord record, Plan plan, Grants grants, Running run) throws SQLException, IOException {
        var limits = grants.grant().limits();
        var execution = new Execution(plan, limits.maxGroups(), limits.timeoutSeconds());
        var made = spaces.use(
                record.workspace(),
                grants,
                false,
                run,
                space -> execution.on(space, run, statement -> made(record, plan, grants, execution, statement, run)));
        var answer = ReviewedAnswer.of(plan, rounded(plan, made.rows(), limits.rounding()));
        run.mustGoOn();
        var result = Result.of(answer);
        var looked = copiedColumns.in(result.table(), plan.tables(), grants);
        var review = new Review(
                made.decision().cells(),
                made.decision().suppressed(),
                looked.copied(),
                looked.compared(),
                lineage(plan, grants),
                limits.rounding(),
                made.repeated(),
                null,
                plan.tables().stream()
                        .filter(grants::isOwn)
                        .map(grants::label)
                        .sorted()
                        .toList(),
                null);
        review.seal(workspaces.key(record.workspace()), file(workspaces, record));
        return result;
    }

    static java.nio.file.Path file(Workspaces workspaces, RunRecord record) {
        return workspaces.place(record.workspace()).resolve(record.run() + ".review");
    }

    private Made made(RunRecord record, Plan plan, Grants grants, Execution execution, Statement statement, Running run)
            throws SQLException, IOException {
        var cells = plan.cells();
        if (cells == null) {
            var nobody = new Decision(java.util.Set.of(), List.of(), Cells.NONE);
            return new Made(execution.read(statement, plan.sql(), run), nobody, false);
        }
        statement.execute(cells.groups());
        var listing = new Listing(statement, cells);
        execution.mustNotBeMore(listing.count());
        var groups = new Groups();
        var repeated = listing.fill(groups);
        run.mustGoOn();
        var resources = cells.tables().stream().map(grants::dictionary).toList();
        var own = cells.tables().stream().allMatch(grants::isOwn) ? List.<OwnGroups>of() : listing.own(grants);
        var policy = Policy.of(grants.grant().limits().threshold());
        var decision = new Deciding(histories, policy, record.run(), cells, resources, groups, own).decide();
        run.mustGoOn();
        listing.takeOut(decision.withheld());
        return new Made(execution.read(statement, cells.sql(), run), decision, repeated);
    }

    /// Counts are rounded where the policy says, always alike.
    private static List<List<@Nullable Object>> rounded(Plan plan, List<List<@Nullable Object>> rows, int base) {
        if (base < 2) {
            return rows;
        }
        var rounding = new Rounding(base);
        var all = new ArrayList<List<@Nullable Object>>(rows.size());
        for (var row : rows) {
            var copy = new ArrayList<>(row);
            for (var i = 0; i < copy.size(); i++) {
                if (plan.outputs().get(i).kind() == Output.Kind.COUNT && copy.get(i) instanceof Number number) {
                    copy.set(i, rounding.nearest(number.longValue()));
                }
            }
            all.add(copy);
        }
        return all;
    }

    static List<ColumnLineage> lineage(Plan plan, Grants grants) {
        var lineage = new ArrayList<ColumnLineage>();
        for (var i = 0; i < plan.lineage().size(); i++) {
            var from = plan.lineage().get(i).stream()
                    .map(origin -> grants.shown(origin.table(), origin.column()))
                    .toList();
            lineage.add(new ColumnLineage(plan.outputs().get(i).name(), from));
        }
        return lineage;
    }
}
