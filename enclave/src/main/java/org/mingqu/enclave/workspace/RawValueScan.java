package org.mingqu.enclave.workspace;

import static org.mingqu.enclave.engine.Duck.name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.ResultTable;

/// Looks for values of identifying columns, granted or not, in a result: what the guard should have kept from
/// it.
final class RawValueScan {

    private static final int SHORTEST = 2;
    private static final int SHORTEST_NUMBER = 6;
    private static final int MEMORY_MB = 512;

    private final Versions versions;
    private final Path work;

    RawValueScan(Versions versions, Path work) {
        this.versions = versions;
        this.work = work;
    }

    Result.RawValues scan(ResultTable table, Set<String> tables, Grants grants) throws SQLException, IOException {
        var values = candidates(table);
        if (values.isEmpty()) {
            return Result.RawValues.NONE;
        }
        var found = 0;
        for (var granted : grants.all()) {
            if (tables.contains(granted.table().name())) {
                found += found(granted, values);
            }
        }
        return new Result.RawValues(values.size(), found);
    }

    /// Texts, and numbers long enough to be somebody's; numbers that were computed are nobody's.
    private static Set<String> candidates(ResultTable table) {
        var values = new HashSet<String>();
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            var isText = column.type() == ColumnType.TEXT;
            if (!isText && !column.kind().equals("KEY")) {
                continue;
            }
            for (var row : table.rows()) {
                var value = row.get(i);
                if (value != null && value.toString().length() >= (isText ? SHORTEST : SHORTEST_NUMBER)) {
                    values.add(value.toString());
                }
            }
        }
        return values;
    }

    private int found(Grants.Granted granted, Set<String> values) throws SQLException, IOException {
        var identifying = granted.version().facts().description().columns().stream()
                .map(column -> column.column())
                .filter(column -> column.columnClass().compareTo(ColumnClass.IDENTIFIER) >= 0)
                .toList();
        if (identifying.isEmpty()) {
            return 0;
        }
        var folder = Durable.folder(Files.createTempDirectory(work, "scan"));
        var file = folder.resolve("data.parquet");
        try (var duck = Duck.inFolder(folder, MEMORY_MB, 2)) {
            var rows = versions.decrypt(granted.version(), file);
            var list = values.stream().map(Duck::literal).collect(Collectors.joining(", ", "[", "]"));
            var test = identifying.stream()
                    .map(column ->
                            "count(DISTINCT CASE WHEN CAST(%1$s AS VARCHAR) IN (SELECT unnest(%2$s)) THEN %1$s END)"
                                    .formatted(name(column.name()), list))
                    .collect(Collectors.joining(" + "));
            return (int) duck.number("SELECT %s FROM %s".formatted(test, rows.source()));
        } finally {
            Durable.remove(folder);
        }
    }
}
