package org.mingqu.enclave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;

/// Tables landed in an enclave, and analysts and reviewers who work with it by its public face.
final class ReviewedDesk {

    final Platform platform;

    ReviewedDesk(Platform platform) {
        this.platform = platform;
    }

    /// Lands a version of a resource whose first column is the subject.
    void land(String resource, int version, String csv, List<ColumnSpec> columns) throws Exception {
        var load = UUID.randomUUID().toString();
        platform.stage(load, resource, csv.getBytes(StandardCharsets.UTF_8));
        var subject = columns.getFirst().name();
        platform.send(new Order.LandLoad(load, resource, version, columns, subject, "person", QualityRules.NONE));
        platform.await(load, LoadState.LANDED);
    }

    static ColumnSpec column(String name, ColumnClass columnClass) {
        return Platform.column(name, ColumnType.TEXT, 0, columnClass, null, null);
    }

    static ColumnSpec amount(String name) {
        return Platform.column(name, ColumnType.INTEGER, 0, ColumnClass.MEASURE, 0L, 1_000_000L);
    }

    /// All columns but the subject, for grouping and filtering, or for adding up and filtering.
    static Grant grant(int threshold, int rounding, List<ColumnSpec> columns, String... resources) {
        var granted = columns.stream()
                .skip(1)
                .filter(column -> column.columnClass().compareTo(ColumnClass.IDENTIFIER) < 0)
                .map(column -> new Grant.Column(
                        column.name(),
                        column.columnClass() == ColumnClass.MEASURE
                                ? Set.of(Right.OUTPUT_AGGREGATE, Right.FILTER)
                                : Set.of(Right.GROUP, Right.FILTER, Right.OUTPUT_AGGREGATE),
                        Mask.NONE))
                .toList();
        var tables = Arrays.stream(resources)
                .map(resource -> new Grant.Table(resource, 0, resource, resource, granted, 1000))
                .toList();
        return new Grant("s", tables, new Grant.Limits(threshold, 10_000, 10_000, 60, rounding));
    }

    void open(String... workspaces) {
        for (var workspace : workspaces) {
            platform.send(new Order.OpenWorkspace(workspace));
        }
    }

    /// Runs a question and looks at what would leave.
    Answer.Inspection ask(String workspace, String sql, Grant grant) throws InterruptedException {
        var run = platform.run(workspace, Lane.REVIEWED, sql, grant, null);
        if (run.state() != RunState.DONE) {
            throw new AssertionError(sql + ": " + run.problem());
        }
        return inspect(run.run());
    }

    Answer.Inspection inspect(String run) {
        return platform.send(new Order.InspectRelease(run), Answer.Inspection.class);
    }

    Answer.HandedOver handOver(String run) {
        return platform.send(new Order.HandOver(run), Answer.HandedOver.class);
    }

    /// The rows of the file that left, or null if it did not.
    List<List<String>> leave(String workspace, String sql, Grant grant) throws InterruptedException {
        var inspection = ask(workspace, sql, grant);
        try {
            return rows(handOver(inspection.run()));
        } catch (EnclaveRefused stayed) {
            return null;
        }
    }

    static List<List<String>> rows(Answer.HandedOver file) {
        var rows = new ArrayList<List<String>>();
        new String(file.content(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .forEach(line -> rows.add(List.of(line.split(",", -1))));
        return rows;
    }
}
