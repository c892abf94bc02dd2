package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.literal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.EnclaveRefused;

/// Reads a UTF-8 CSV or a Parquet file as columns `c0`, `c1`, … of text.
final class Reader {

    private static final int MOST_REJECTS = 100_000;
    private static final int LONGEST_LINE = 4 << 20;

    /// Threads share a file by buffers: with the engine's own, sixteen lines long, most files would have one.
    private static final int BUFFER = 2 * LONGEST_LINE;

    private final Duck duck;
    private final Path file;

    Reader(Duck duck, Path file) {
        this.duck = duck;
        this.file = file;
    }

    /// What a file holds.
    ///
    /// @param names of its columns
    /// @param query gives all its rows
    /// @param samples each gives some rows, from different parts of the file
    record Table(List<String> names, String query, List<String> samples) {}

    /// @param text of the file
    Table csv(TextShape text) throws IOException {
        var header = Header.read(file);
        var slices = Slices.of(file, text.marks());
        var most = Sampler.rows(header.names().size());
        var samples = slices.stream()
                .map(slice -> "SELECT * FROM %s LIMIT %d"
                        .formatted(source(slice, header, "ignore_errors=true"), most / slices.size()))
                .toList();
        var whole = source(file, header, "store_rejects=true, rejects_limit=%d".formatted(MOST_REJECTS + 1));
        return new Table(header.names(), "SELECT * FROM " + whole, samples);
    }

    private static String source(Path file, Header header, String more) {
        var columns = IntStream.range(0, header.names().size())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        var separator = header.separator() == '\t' ? "\\t" : String.valueOf(header.separator());
        return "read_csv(%s, auto_detect=false, header=true, delim='%s', quote='\"', escape='\"', columns=%s, nullstr='', max_line_size=%d, buffer_size=%d, %s)"
                .formatted(literal(file.toString()), separator, columns, LONGEST_LINE, BUFFER, more);
    }

    /// @param limit the most bytes that it may unpack to
    Table parquet(long limit) throws SQLException {
        var place = literal(file.toString());
        List<List<@Nullable Object>> described;
        long rows;
        try {
            var size = duck.number("SELECT sum(total_uncompressed_size) FROM parquet_metadata(" + place + ")");
            if (size > limit) {
                throw EnclaveRefused.of("file-bomb", "6", "size", Long.toString(size), "limit", Long.toString(limit));
            }
            described = duck.rows("DESCRIBE SELECT * FROM read_parquet(" + place + ")");
            rows = duck.number("SELECT count(*) FROM read_parquet(" + place + ")");
        } catch (SQLException e) {
            throw EnclaveRefused.of("file-not-parquet", "6");
        }
        var header = Header.of(
                described.stream().map(row -> String.valueOf(row.getFirst())).toList(), ',');
        var columns = IntStream.range(0, header.names().size())
                .mapToObj(i -> "nullif(CAST(%s AS VARCHAR), '') AS c%d"
                        .formatted(Duck.name(String.valueOf(described.get(i).getFirst())), i))
                .collect(Collectors.joining(", "));
        var query = "SELECT " + columns + " FROM read_parquet(" + place;
        return new Table(
                header.names(),
                query + ")",
                samples(query, rows, Sampler.rows(header.names().size())));
    }

    private static List<String> samples(String query, long rows, int most) {
        var part = most / Slices.MOST;
        return IntStream.range(0, Slices.MOST)
                .mapToLong(slice -> Math.max(rows / Slices.MOST * slice, (long) part * slice))
                .mapToObj(from -> "%s, file_row_number=true) WHERE file_row_number BETWEEN %d AND %d"
                        .formatted(query, from, from + part - 1))
                .toList();
    }

    /// Writes what a query over the file's rows gives.
    void write(String query, Path target) throws SQLException {
        try {
            duck.run("COPY (%s) TO %s (%s)".formatted(query, literal(target.toString()), Duck.PARQUET));
        } catch (SQLException e) {
            throw EnclaveRefused.of("file-unreadable", "6");
        }
    }

    /// The rows of a CSV that do not even have their form, once it was read.
    List<Reject> rejects(List<String> names) throws SQLException {
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
