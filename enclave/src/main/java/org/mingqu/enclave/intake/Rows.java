package org.mingqu.enclave.intake;

import static org.mingqu.enclave.engine.Duck.literal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.mingqu.enclave.engine.Duck;

/// The rows of a version in the clear: those of a Parquet file but for some.
///
/// A file is read once and sealed as it was read, so it holds the rejected rows too; nothing that comes from a version
/// sees them, as this is the only way to it.
public record Rows(Path file, List<Long> excluded) {

    public Rows {
        excluded = List.copyOf(excluded);
    }

    long count(Duck duck) throws SQLException {
        return duck.number("SELECT count(*) FROM read_parquet(%s)".formatted(literal(file.toString())))
                - excluded.size();
    }

    /// What stands after `FROM`.
    public String source() {
        return excluded.isEmpty()
                ? "read_parquet(%s)".formatted(literal(file.toString()))
                : "(SELECT * EXCLUDE (file_row_number) FROM %s)".formatted(numbered());
    }

    /// The like with a column `file_row_number`, from 0, more.
    ///
    /// The list is one text: as a hundred thousand expressions the engine would be very long in planning it.
    String numbered() {
        var all = "read_parquet(%s, file_row_number=true)".formatted(literal(file.toString()));
        return excluded.isEmpty()
                ? all
                : "(SELECT * FROM %s AS a ANTI JOIN (SELECT unnest(CAST('[%s]' AS BIGINT[])) AS n) AS x ON x.n = a.file_row_number)"
                        .formatted(all, excluded.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
