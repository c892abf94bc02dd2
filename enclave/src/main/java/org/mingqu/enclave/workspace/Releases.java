package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.intake.Csv;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.ReleaseCheck.Outcome;
import org.mingqu.warrant.ResultTable;
import org.mingqu.warrant.RunState;

/// What leaves: exact results, checked by machine for those who decide, and handed over when they have.
public final class Releases {

    private final Runs runs;
    private final Workspaces workspaces;
    private final Clock clock;

    /// The releases of these runs.
    public Releases(Runs runs, Workspaces workspaces, Clock clock) {
        this.runs = runs;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /// The checks and the result as it would leave.
    public Answer.Inspection inspect(String run) {
        var record = reviewed(run);
        var result = runs.result(record);
        return new Answer.Inspection(
                run, record.sql(), checks(record, result), result.table(), sm3(csv(result.table())));
    }

    /// Hands the file over, unless an automatic check failed.
    public Answer.HandedOver handOver(String run) throws IOException {
        var record = reviewed(run);
        var result = runs.result(record);
        if (checks(record, result).stream().anyMatch(check -> check.outcome() == Outcome.FAIL)) {
            throw EnclaveRefused.of("release-failed", "20");
        }
        if (record.handedOver() == null) {
            runs.store().save(record.handedOver(clock.instant()));
        }
        var content = csv(result.table());
        return new Answer.HandedOver(
                run,
                run + ".csv",
                "text/csv; charset=utf-8",
                Base64.getEncoder().encodeToString(content),
                sm3(content),
                -1);
    }

    private RunRecord reviewed(String run) {
        var record = runs.store().get(run);
        workspaces.mustBeOpen(record.workspace());
        if (record.lane() != Lane.REVIEWED) {
            throw EnclaveRefused.of("run-lane", "4", "needed", Lane.REVIEWED.name());
        }
        if (record.state() != RunState.DONE) {
            throw EnclaveRefused.of("run-state", "", "state", record.state().name(), "needed", RunState.DONE.name());
        }
        return record;
    }

    private List<ReleaseCheck> checks(RunRecord record, Result result) {
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
        checks.add(groupSize(record, result));
        checks.add(suppressed(table));
        checks.addAll(differences(record, result));
        checks.add(rawValues(result));
        var formulas = formulas(table);
        if (formulas > 0) {
            checks.add(check("release.formula", Outcome.FLAG, Map.of("cells", "" + formulas)));
        }
        return checks;
    }

    private static ReleaseCheck groupSize(RunRecord record, Result result) {
        if (result.subjects().isEmpty()) {
            return result.table().suppressed() > 0
                    ? check("release.group-size.none-left", Outcome.FLAG, Map.of("threshold", "" + threshold(record)))
                    : check("release.group-size.no-subject", Outcome.PASS, Map.of());
        }
        var smallest =
                result.subjects().stream().mapToLong(Long::longValue).min().orElse(0);
        var threshold = threshold(record);
        return check(
                "release.group-size",
                smallest >= threshold ? Outcome.PASS : Outcome.FAIL,
                Map.of("threshold", "" + threshold, "smallest", "" + smallest));
    }

    private static ReleaseCheck suppressed(ResultTable table) {
        return table.suppressed() == 1
                ? check("release.suppressed.single", Outcome.FLAG, Map.of())
                : check("release.suppressed", Outcome.PASS, Map.of("suppressed", "" + table.suppressed()));
    }

    private static ReleaseCheck rawValues(Result result) {
        var scan = result.rawValues();
        return scan.found() == 0
                ? check("release.raw-value", Outcome.PASS, Map.of("checked", "" + scan.compared()))
                : check("release.raw-value.found", Outcome.FAIL, Map.of("found", "" + scan.found()));
    }

    private static long threshold(RunRecord record) {
        return record.threshold();
    }

    /// Compares with all that this workspace released before over the same data and the same kind of keys.
    private List<ReleaseCheck> differences(RunRecord record, Result result) {
        var flags = new ArrayList<ReleaseCheck>();
        for (var earlier : runs.store().handedOver(record.workspace())) {
            if (earlier.run().equals(record.run())
                    || java.util.Collections.disjoint(earlier.resources(), record.resources())) {
                continue;
            }
            var cells = close(result, runs.result(earlier), threshold(record));
            if (cells > 0) {
                flags.add(check(
                        "release.difference.close",
                        Outcome.FLAG,
                        Map.of("cells", "" + cells, "run", earlier.run(), "threshold", "" + threshold(record))));
            }
        }
        return flags.isEmpty() ? List.of(check("release.difference", Outcome.PASS, Map.of())) : flags;
    }

    /// How many groups are in both results with numbers of subjects that differ, by fewer than the threshold,
    /// or with the same number of subjects and other values.
    private static int close(Result one, Result other, long threshold) {
        if (one.subjects().isEmpty() || other.subjects().isEmpty()) {
            return 0;
        }
        var before = byKey(other);
        var cells = 0;
        for (var entry : byKey(one).entrySet()) {
            var row = before.get(entry.getKey());
            if (row != null) {
                var difference = Math.abs(entry.getValue().subjects() - row.subjects());
                var changed = !entry.getValue().values().equals(row.values());
                cells += difference < threshold && changed ? 1 : 0;
            }
        }
        return cells;
    }

    private record Row(long subjects, List<String> values) {}

    private static Map<List<String>, Row> byKey(Result result) {
        var rows = new HashMap<List<String>, Row>();
        var table = result.table();
        for (var i = 0; i < table.rows().size(); i++) {
            var key = new ArrayList<String>();
            var values = new ArrayList<String>();
            for (var j = 0; j < table.columns().size(); j++) {
                var isKey = table.columns().get(j).kind().equals("KEY");
                (isKey ? key : values).add(String.valueOf(table.rows().get(i).get(j)));
            }
            rows.put(key, new Row(result.subjects().get(i), values));
        }
        return rows;
    }

    private static int formulas(ResultTable table) {
        return (int) table.rows().stream()
                .flatMap(List::stream)
                .filter(value -> value instanceof String text && Csv.isFormula(text))
                .count();
    }

    private static byte[] csv(ResultTable table) {
        var text = new StringBuilder("\uFEFF");
        text.append(table.columns().stream()
                        .map(column -> Csv.cell(column.name()))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : table.rows()) {
            text.append(row.stream().map(Releases::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : Csv.cell(value.toString());
    }

    private static String sm3(byte[] content) {
        var digest = new SM3Digest();
        digest.update(content, 0, content.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    private static ReleaseCheck check(String rule, Outcome outcome, Map<String, String> parameters) {
        return new ReleaseCheck(rule, "20", outcome, parameters, EnclaveText.both(rule, parameters));
    }
}
