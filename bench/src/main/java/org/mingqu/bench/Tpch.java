package org.mingqu.bench;

import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingqu.guard.ColumnClass;
import org.mingqu.guard.ColumnType;
import org.mingqu.guard.Grant;
import org.mingqu.guard.GrantedColumn;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.Limits;
import org.mingqu.guard.Right;

/// The decision-support benchmark TPC-H (specification 3.0.1): its tables, its 22 questions with the parameters of
/// the validation run, and a grant that allows them.
final class Tpch {

    static final List<Integer> QUESTIONS = IntStream.rangeClosed(1, 22).boxed().toList();

    private static final int MONEY_SCALE = 2;

    private Tpch() {}

    /// The text of a question.
    ///
    /// @param number 1 to 22
    static String question(int number) {
        var name = "tpch/q%02d.sql".formatted(number);
        try (InputStream text = Objects.requireNonNull(Tpch.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the eight tables and fills them.
    ///
    /// @param factor the scale factor: 1 is 8.7 million rows
    static void load(Connection duckdb, double factor) throws SQLException, IOException {
        for (var table : TpchTable.getTables()) {
            load(duckdb, table, factor);
        }
    }

    private static <E extends TpchEntity> void load(Connection duckdb, TpchTable<E> table, double factor)
            throws SQLException, IOException {
        var columns = table.getColumns().stream()
                .map(column -> column.getColumnName() + " " + engineType(column))
                .collect(Collectors.joining(", "));
        var file = Files.createTempFile("tpch-", ".tbl");
        try (var statement = duckdb.createStatement()) {
            write(table, factor, file);
            statement.execute("CREATE TABLE %s (%s)".formatted(table.getTableName(), columns));
            statement.execute(
                    "INSERT INTO %s FROM read_csv('%s', delim = '|', header = false, quote = '', columns = {%s})"
                            .formatted(table.getTableName(), file, csvColumns(table)));
        } finally {
            Files.delete(file);
        }
    }

    private static <E extends TpchEntity> void write(TpchTable<E> table, double factor, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var row : table.createGenerator(factor, 1, 1)) {
                var line = row.toLine();
                out.write(line, 0, line.length() - 1); // without the bar at the end
                out.write('\n');
            }
        }
    }

    private static <E extends TpchEntity> String csvColumns(TpchTable<E> table) {
        return table.getColumns().stream()
                .map(column -> "'%s': '%s'".formatted(column.getColumnName(), engineType(column)))
                .collect(Collectors.joining(", "));
    }

    private static String engineType(TpchColumn<?> column) {
        return switch (type(column)) {
            case TEXT -> "VARCHAR";
            case DECIMAL -> "DECIMAL(15, 2)";
            case DATE -> "DATE";
            default -> "BIGINT";
        };
    }

    private static ColumnType type(TpchColumn<?> column) {
        return switch (column.getType().getBase()) {
            case VARCHAR -> ColumnType.TEXT;
            case DOUBLE -> ColumnType.DECIMAL;
            case DATE -> ColumnType.DATE;
            case IDENTIFIER, INTEGER -> ColumnType.INTEGER;
        };
    }

    /// All tables as data of nobody, with every right.
    static Grant grant() {
        var tables = TpchTable.getTables().stream().map(Tpch::granted).toList();
        return new Grant("tpch", tables, new Limits(10, 100_000, 100_000, 600));
    }

    private static <E extends TpchEntity> GrantedTable granted(TpchTable<E> table) {
        var columns = table.getColumns().stream().map(Tpch::granted).toList();
        return new GrantedTable(table.getTableName(), table.getTableName(), columns, null, "", 0, 0);
    }

    private static GrantedColumn granted(TpchColumn<?> column) {
        var scale = type(column) == ColumnType.DECIMAL ? MONEY_SCALE : 0;
        return new GrantedColumn(
                column.getColumnName(),
                column.getColumnName(),
                type(column),
                scale,
                ColumnClass.OPEN,
                1,
                EnumSet.allOf(Right.class),
                null,
                null);
    }
}
