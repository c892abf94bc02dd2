package org.mingqu.enclave.workspace;

import static org.mingqu.enclave.engine.Duck.name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.privacy.risk.RawValueIndex;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.ResultTable;

/// Looks for identifying columns of the vault, granted or not, in a result, in any disguise: what the guard should have
/// kept from it. What is kept in memory is as large as the result.
final class CopiedColumns {

    private static final int SHARED = 10;
    private static final int MEMORY_MB = 512;

    private final Versions versions;
    private final Path work;

    CopiedColumns(Versions versions, Path work) {
        this.versions = versions;
        this.work = work;
    }

    /// @param compared how many values were looked for
    record Looked(List<Review.Copied> copied, int compared) {}

    Looked in(ResultTable table, Set<String> tables, Grants grants) throws SQLException, IOException {
        var candidates = candidates(table);
        var compared = candidates.values().stream().mapToInt(List::size).sum();
        if (compared == 0) {
            return new Looked(List.of(), 0);
        }
        var index = RawValueIndex.lookingFor(SHARED, candidates.values());
        for (var granted : grants.all()) {
            if (tables.contains(granted.table().name())) {
                read(granted, index);
            }
        }
        var copied = new ArrayList<Review.Copied>();
        candidates.forEach((column, values) -> index.copied(values).stream()
                .map(it -> new Review.Copied(column, it.column(), it.disguise().name(), it.found()))
                .forEach(copied::add));
        return new Looked(copied, compared);
    }

    /// Texts, and keys; numbers that were computed are nobody's.
    private static Map<String, List<String>> candidates(ResultTable table) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            if (column.type() != ColumnType.TEXT && !column.kind().equals("KEY")) {
                continue;
            }
            var place = i;
            var texts = values.computeIfAbsent(column.name(), _ -> new ArrayList<>());
            table.rows().stream()
                    .map(row -> row.get(place))
                    .filter(java.util.Objects::nonNull)
                    .map(Object::toString)
                    .forEach(texts::add);
        }
        return values;
    }

    private void read(Grants.Granted granted, RawValueIndex index) throws SQLException, IOException {
        var identifying = granted.version().facts().description().columns().stream()
                .map(column -> column.column())
                .filter(column -> column.columnClass().compareTo(ColumnClass.IDENTIFIER) >= 0)
                .toList();
        if (identifying.isEmpty()) {
            return;
        }
        var folder = Durable.folder(Files.createTempDirectory(work, "scan"));
        try (var duck = Duck.inFolder(folder, MEMORY_MB, 2)) {
            var rows = versions.decrypt(granted.version(), folder.resolve("data.parquet"));
            for (var column : identifying) {
                var shown = granted.table().label() + "." + column.label();
                duck.each(
                        "SELECT count(*), CAST(%1$s AS VARCHAR) FROM %2$s WHERE %1$s IS NOT NULL GROUP BY %1$s"
                                .formatted(name(column.name()), rows.source()),
                        (count, value) -> index.add(shown, value, count));
            }
        } finally {
            Durable.remove(folder);
        }
    }
}
