package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.literal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.EnclaveRefused;

/// Reads a UTF-8 CSV or a Parquet file into the staged form: a Parquet file whose columns `c0`, `c1`, … are
/// texts.
final class Reader {

    private static final int MOST_REJECTS = 100_000;
    private static final int LONGEST_LINE = 4 << 20;

    private final Duck duck;
    private final Path staged;

    Reader(Duck duck, Path staged) {
        this.duck = duck;
        this.staged = staged;
    }

    /// What a file gave: its columns, and the rows that do not even have their form.
    record Shape(List<String> names, List<Reject> rejects) {}

    Shape csv(Path utf8, Header header) throws SQLException {
        var columns = IntStream.range(0, header.names().size())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        var separator = header.separator() == '\t' ? "\\t" : String.valueOf(header.separator());
        var source =
                "read_csv(%s, auto_detect=false, header=true, delim='%s', quote='\"', escape='\"', columns=%s, nullstr='', store_rejects=true, rejects_limit=%d, max_line_size=%d)"
                        .formatted(literal(utf8.toString()), separator, columns, MOST_REJECTS + 1, LONGEST_LINE);
        copy("SELECT * FROM " + source);
        return new Shape(header.names(), rejects(header.names()));
    }

    Shape parquet(Path file, long limit) throws SQLException {
        var place = literal(file.toString());
        List<List<@org.jspecify.annotations.Nullable Object>> described;
        try {
            var size = duck.number("SELECT sum(total_uncompressed_size) FROM parquet_metadata(" + place + ")");
            if (size > limit) {
                throw EnclaveRefused.of("file-bomb", "6", "size", Long.toString(size), "limit", Long.toString(limit));
            }
            described = duck.rows("DESCRIBE SELECT * FROM read_parquet(" + place + ")");
        } catch (SQLException e) {
            throw EnclaveRefused.of("file-not-parquet", "6");
        }
        var header = Header.of(
                described.stream().map(row -> String.valueOf(row.getFirst())).toList(), ',');
        var columns = IntStream.range(0, header.names().size())
                .mapToObj(i -> "nullif(CAST(%s AS VARCHAR), '') AS c%d"
                        .formatted(Duck.name(String.valueOf(described.get(i).getFirst())), i))
                .collect(Collectors.joining(", "));
        copy("SELECT " + columns + " FROM read_parquet(" + place + ")");
        return new Shape(header.names(), List.of());
    }

    private void copy(String query) throws SQLException {
        try {
            duck.run("COPY (%s) TO %s (%s)".formatted(query, literal(staged.toString()), Duck.PARQUET));
        } catch (SQLException e) {
            throw EnclaveRefused.of("file-unreadable", "6");
        }
    }

    private List<Reject> rejects(List<String> names) throws SQLException {
        var rows = duck.rows(
                "SELECT line, min_by(error_type::VARCHAR, byte_position), min_by(column_idx, byte_position), min_by(csv_line, byte_position) FROM reject_errors GROUP BY line ORDER BY line");
        if (rows.size() > MOST_REJECTS) {
            throw EnclaveRefused.of(
                    "too-many-rejects", "5", "rejected", "> " + MOST_REJECTS, "lines", "> " + MOST_REJECTS);
        }
        var rejects = new ArrayList<Reject>(rows.size());
        for (var row : rows) {
            var line = ((Number) java.util.Objects.requireNonNull(row.get(0))).longValue();
            var reason = reason(String.valueOf(row.get(1)));
            // Where columns are missing, the engine tells the last one that is there.
            var last = reason.equals("reject.missing-columns") ? 0 : 1;
            var place = row.get(2) instanceof Number number ? number.intValue() - last : -1;
            var column = reason.equals("reject.too-many-columns") || place < 0 || place >= names.size()
                    ? ""
                    : names.get(place);
            rejects.add(new Reject(
                    line, column, reason, "", String.valueOf(row.get(3)).strip()));
        }
        return rejects;
    }

    private static String reason(String type) {
        return switch (type) {
            case "MISSING COLUMNS" -> "reject.missing-columns";
            case "TOO MANY COLUMNS" -> "reject.too-many-columns";
            case "UNQUOTED VALUE" -> "reject.quote";
            case "INVALID ENCODING", "INVALID UNICODE" -> "reject.encoding";
            case "LINE SIZE OVER MAXIMUM" -> "reject.too-long";
            default -> "reject.other";
        };
    }
}
