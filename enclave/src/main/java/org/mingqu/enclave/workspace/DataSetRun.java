package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.dataset.DataColumn;
import org.mingqu.enclave.dataset.DataColumn.Role;
import org.mingqu.enclave.dataset.Marking;
import org.mingqu.enclave.dataset.Shaping;
import org.mingqu.enclave.release.Cells;
import org.mingqu.enclave.release.Deciding;
import org.mingqu.enclave.release.Decision;
import org.mingqu.enclave.release.Groups;
import org.mingqu.enclave.release.Histories;
import org.mingqu.enclave.release.Policy;
import org.mingqu.enclave.release.Units;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.guard.Plan;
import org.mingqu.guard.ReviewedCells;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.ResultTable;

/// The way from a plan to a data set of rows: read inside, generalised until every class keeps to the target,
/// without the classes that what was released before forbids, in an order of its own, with stand-ins of its
/// own.
///
/// That nothing reaches the target is no failure of the run but an empty data set, which only its reviewers
/// see: else who asks could learn from it how many there are of somebody's kind.
final class DataSetRun {

    private static final int TOKEN_BYTES = 16;

    private final Spaces spaces;
    private final Workspaces workspaces;
    private final Histories histories;
    private final CopiedColumns copiedColumns;
    private final SecureRandom random = new SecureRandom();

    DataSetRun(Spaces spaces, Workspaces workspaces, Histories histories, CopiedColumns copiedColumns) {
        this.spaces = spaces;
        this.workspaces = workspaces;
        this.histories = histories;
        this.copiedColumns = copiedColumns;
    }

    Result run(RunRecord record, Plan plan, Grants grants, Running run) throws SQLException, IOException {
        var target = grants.grant().dataSets();
        if (target == null) {
            throw EnclaveRefused.of("grant-invalid", "20", "reason", "rows");
        }
        var execution =
                new Execution(plan, target.maxRows(), grants.grant().limits().timeoutSeconds());
        var read = spaces.use(record.workspace(), grants, false, run, space -> execution.rows(space, run));
        var columns = columns(plan, grants);
        var rows = new Rows(plan, columns.size(), read);
        var threshold = grants.grant().limits().threshold();
        var shaping = new Shaping(columns, rows.values(), target, threshold);
        run.mustGoOn();
        var decision = rows.hasUnits() ? decided(record, plan, grants, shaping, rows) : nobody();
        run.mustGoOn();
        var result = result(record, columns, shaping);
        var marking = Marking.in(columns, result.table());
        var looked = copiedColumns.in(result.table(), plan.tables(), grants);
        var review = new Review(
                decision.decision().cells(),
                decision.decision().suppressed(),
                looked.copied(),
                looked.compared(),
                ReviewedRun.lineage(plan, grants),
                0,
                false,
                new Review.DataSet(shaping.report(decision.rows(), marking), marking),
                List.of(),
                null);
        review.seal(workspaces.key(record.workspace()), ReviewedRun.file(workspaces, record));
        return result;
    }

    /// What the engine gave, the units apart from the values.
    ///
    /// @param hasUnits whether rows are subjects', also where there are none
    private record Rows(List<List<@Nullable Object>> values, List<Long> units, boolean hasUnits) {

        Rows(Plan plan, int columns, List<List<@Nullable Object>> read) {
            this(new ArrayList<>(), new ArrayList<>(), plan.outputs().size() > columns);
            for (var row : hasUnits ? oneOfEach(read) : read) {
                var plain = new ArrayList<@Nullable Object>(columns);
                row.subList(0, columns).forEach(value -> plain.add(Result.plain(value)));
                values.add(plain);
                if (hasUnits && row.getLast() instanceof Number unit) {
                    units.add(unit.longValue());
                }
            }
        }

        /// Of each subject the first row, always the same one; a row of nobody is left out.
        private static Collection<List<@Nullable Object>> oneOfEach(List<List<@Nullable Object>> read) {
            var first = new TreeMap<Integer, List<@Nullable Object>>();
            for (var row : read) {
                if (row.getLast() instanceof Number unit) {
                    first.merge(
                            Units.subject(unit.longValue()),
                            row,
                            (one, other) -> number(one) <= number(other) ? one : other);
                }
            }
            return first.values();
        }

        private static long number(List<@Nullable Object> row) {
            return row.getLast() instanceof Number unit ? unit.longValue() : 0;
        }
    }

    private static List<DataColumn> columns(Plan plan, Grants grants) {
        var columns = new ArrayList<DataColumn>();
        var ofSubjects = plan.outputs().size() > plan.lineage().size();
        for (var i = 0; i < plan.lineage().size(); i++) {
            var origin = plan.lineage().get(i).getFirst();
            var output = plan.outputs().get(i);
            var mask = grants.mask(origin.table(), origin.column());
            var columnClass = grants.columnClass(origin.table(), origin.column());
            columns.add(new DataColumn(
                    output.name(),
                    grants.shown(origin.table(), origin.column()),
                    ColumnType.valueOf(output.type().name()),
                    output.scale(),
                    columnClass,
                    role(columnClass, mask, ofSubjects, grants.isSubject(origin.table(), origin.column())),
                    mask != Mask.NONE));
        }
        return columns;
    }

    /// An open column says nothing of a number of people, but in a row it describes one, such as the street
    /// or the day of registration. An identifier that is not the subject's own, such as the household in a
    /// table of persons, tells who belongs together, under a stand-in or a mask too.
    private static Role role(ColumnClass columnClass, Mask mask, boolean ofSubjects, boolean subject) {
        return switch (columnClass) {
            case OPEN -> ofSubjects ? Role.DESCRIBING : Role.KEPT;
            case MEASURE -> Role.KEPT;
            case SENSITIVE -> Role.SENSITIVE;
            case QUASI_IDENTIFIER -> Role.DESCRIBING;
            case IDENTIFIER, NEVER -> subject && mask == Mask.PSEUDONYM ? Role.PSEUDONYM : Role.DESCRIBING;
        };
    }

    /// @param rows how many were left out
    private record Decided(Decision decision, int rows) {}

    private static Decided nobody() {
        return new Decided(new Decision(Set.of(), List.of(), Cells.NONE), 0);
    }

    /// Each class is a cell: whoever has the file knows how many they are and what they have in all.
    private Decided decided(RunRecord record, Plan plan, Grants grants, Shaping shaping, Rows rows) throws IOException {
        // The greatest first: of two that cannot leave together the smaller one stays.
        var classes = shaping.classes().stream()
                .sorted(Comparator.comparingInt(
                        (Shaping.LikeRows it) -> -it.rows().size()))
                .toList();
        var groups = new Groups();
        for (var number = 0; number < classes.size(); number++) {
            var likeRows = classes.get(number);
            groups.group(likeRows.keys(), likeRows.rows().size());
            for (var row : likeRows.rows()) {
                groups.unit(0, number, 0, rows.units().get(row));
            }
        }
        var table = plan.tables().iterator().next();
        var keys = classes.isEmpty() ? 0 : classes.getFirst().keys().size();
        var cells = new ReviewedCells("", "", keys, List.of(table), "", "", List.of(), false, List.of(), "");
        var policy = Policy.of(grants.grant().limits().threshold());
        var decision = new Deciding(
                        histories, policy, record.run(), cells, List.of(grants.resource(table)), groups, List.of())
                .decide();
        var left = 0;
        for (var number : decision.withheld()) {
            left += classes.get(number).rows().size();
            shaping.withhold(classes.get(number));
        }
        return new Decided(decision, left);
    }

    private Result result(RunRecord record, List<DataColumn> columns, Shaping shaping) throws IOException {
        var key = workspaces.key(record.workspace());
        var sizes = new HashMap<Integer, Integer>();
        shaping.classes()
                .forEach(likeRows -> likeRows.rows()
                        .forEach(row -> sizes.put(row, likeRows.rows().size())));
        var order = new ArrayList<>(sizes.keySet());
        Collections.shuffle(order, random); // the order of a table tells who stands beside whom
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : order) {
            var values = new ArrayList<@Nullable Object>();
            for (var place = 0; place < columns.size(); place++) {
                var value = shaping.value(row, place);
                values.add(columns.get(place).role() == Role.PSEUDONYM ? own(key, record, value) : value);
            }
            rows.add(values);
        }
        var table = new ResultTable(shown(columns, shaping), rows, 0, null);
        return new Result(
                table,
                order.stream().map(row -> (long) sizes.getOrDefault(row, 0)).toList(),
                0,
                null);
    }

    /// A stand-in of this file: those of the workspace would join two files by their rows.
    private static @Nullable String own(DataKey key, RunRecord record, @Nullable Object token) {
        return token == null
                ? null
                : HexFormat.of()
                        .formatHex(
                                key.token(
                                        DataKey.Use.FILE,
                                        (record.run() + "\n" + token).getBytes(StandardCharsets.UTF_8)),
                                0,
                                TOKEN_BYTES);
    }

    private static List<ResultTable.Column> shown(List<DataColumn> columns, Shaping shaping) {
        var shown = new ArrayList<ResultTable.Column>();
        for (var place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            var coarser = shaping.isCoarser(place);
            shown.add(new ResultTable.Column(
                    column.name(),
                    coarser ? ColumnType.TEXT : column.type(),
                    coarser ? 0 : column.scale(),
                    column.role() == Role.DESCRIBING ? "KEY" : "VALUE"));
        }
        return shown;
    }
}
