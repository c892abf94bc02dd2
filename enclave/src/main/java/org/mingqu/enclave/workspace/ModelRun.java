package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.model.ModelColumn;
import org.mingqu.enclave.model.Trained;
import org.mingqu.enclave.release.Cells;
import org.mingqu.enclave.release.Deciding;
import org.mingqu.enclave.release.Decision;
import org.mingqu.enclave.release.Groups;
import org.mingqu.enclave.release.Histories;
import org.mingqu.enclave.release.Policy;
import org.mingqu.enclave.release.Units;
import org.mingqu.guard.ColumnType;
import org.mingqu.guard.Plan;
import org.mingqu.guard.ReviewedCells;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.ModelSpec;

/// A run in the lane of models: rows are read, a model is made from them and inspected, and the rows are
/// forgotten.
///
/// What a model says is made of sums over all of its subjects and over those of each level, so these sets are
/// cells: it does not leave if they, with all that left before, give a number about too few. That an
/// inspection fails is no failure of the run.
final class ModelRun {

    private final Spaces spaces;
    private final Workspaces workspaces;
    private final Histories histories;
    private final SecureRandom random = new SecureRandom();

    ModelRun(Spaces spaces, Workspaces workspaces, Histories histories) {
        this.spaces = spaces;
        this.workspaces = workspaces;
        this.histories = histories;
    }

    Result run(RunRecord record, Plan plan, Grants grants, Running run) throws SQLException, IOException {
        var limits = grants.grant().models();
        var spec = record.model();
        if (limits == null || spec == null) {
            throw EnclaveRefused.of("model-spec", "22", "most", "" + ModelSpec.LARGEST_RIDGE);
        }
        var execution =
                new Execution(plan, limits.maxRows(), grants.grant().limits().timeoutSeconds());
        var read = spaces.use(record.workspace(), grants, false, run, space -> execution.rows(space, run));
        var columns = plan.outputs().subList(0, plan.lineage().size()).stream()
                .map(output -> new ModelColumn(
                        output.name(), output.type() == ColumnType.TEXT || output.type() == ColumnType.BOOLEAN))
                .toList();
        var ofSubjects = plan.outputs().size() > columns.size();
        var rows = ofSubjects ? oneOfEach(read) : read;
        var threshold = record.threshold();
        var trained = Trained.of(columns, spec, limits, values(rows, columns.size()), threshold, random, facts(record));
        run.mustGoOn();
        var decision = ofSubjects
                ? decided(record, plan, grants, trained, rows)
                : new Decision(java.util.Set.of(), List.of(), Cells.NONE);
        var review = new Review(
                decision.cells(),
                decision.suppressed(),
                List.of(),
                0,
                ReviewedRun.lineage(plan, grants),
                0,
                false,
                null,
                List.of(),
                new Review.Model(
                        trained.report(), trained.pmml(), !decision.withheld().isEmpty()));
        review.seal(workspaces.key(record.workspace()), ReviewedRun.file(workspaces, record));
        return new Result(trained.table(), trained.subjects(), 0, null);
    }

    private static Map<String, String> facts(RunRecord record) {
        var facts = new TreeMap<String, String>();
        facts.put("run", record.run());
        record.versions().forEach((resource, version) -> facts.put("resource " + resource, "version " + version));
        facts.put("threshold", Integer.toString(record.threshold()));
        return facts;
    }

    /// Of each subject the first row; a row of nobody is left out.
    private static List<List<@Nullable Object>> oneOfEach(List<List<@Nullable Object>> read) {
        var first = new TreeMap<Integer, List<@Nullable Object>>();
        for (var row : read) {
            if (row.getLast() instanceof Number) {
                first.merge(Units.subject(unit(row)), row, (one, other) -> unit(one) <= unit(other) ? one : other);
            }
        }
        return List.copyOf(first.values());
    }

    private static long unit(List<@Nullable Object> row) {
        return row.getLast() instanceof Number unit ? unit.longValue() : 0;
    }

    private static List<List<@Nullable Object>> values(List<List<@Nullable Object>> rows, int columns) {
        var all = new ArrayList<List<@Nullable Object>>(rows.size());
        for (var row : rows) {
            var values = new ArrayList<@Nullable Object>(columns);
            row.subList(0, columns).forEach(value -> values.add(Result.plain(value)));
            all.add(values);
        }
        return all;
    }

    private Decision decided(
            RunRecord record, Plan plan, Grants grants, Trained trained, List<List<@Nullable Object>> rows)
            throws IOException {
        var sets = new ArrayList<List<Integer>>();
        sets.add(java.util.stream.IntStream.range(0, trained.kept().size())
                .boxed()
                .toList());
        sets.addAll(trained.levels());
        var groups = new Groups();
        for (var number = 0; number < sets.size(); number++) {
            groups.group(List.of(), sets.get(number).size());
            for (var place : sets.get(number)) {
                groups.unit(0, number, 0, unit(rows.get(trained.kept().get(place))));
            }
        }
        var table = plan.tables().iterator().next();
        var cells = new ReviewedCells("", "", 0, List.of(table), "", "", List.of(), false, List.of(), "");
        var policy = Policy.of(record.threshold());
        return new Deciding(histories, policy, record.run(), cells, List.of(grants.resource(table)), groups, List.of())
                .decide();
    }
}
