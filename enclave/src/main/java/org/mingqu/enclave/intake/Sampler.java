package org.mingqu.enclave.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.warrant.DetectedColumn;

/// Proposes the columns of a table from some of its rows.
final class Sampler {

    private static final int ROWS = 4096;
    private static final int FEWEST = 48;
    private static final int MOST_CELLS = 2_000_000;

    private Sampler() {}

    /// How many rows of a table are looked at.
    static int rows(int columns) {
        return Math.max(FEWEST, Math.min(ROWS, MOST_CELLS / columns));
    }

    static List<DetectedColumn> columns(Duck duck, Reader.Table table) throws SQLException {
        var names = table.names();
        var values = names.stream().map(_ -> new ArrayList<String>()).toList();
        for (var sample : table.samples()) {
            for (var row : duck.rows(sample)) {
                for (var i = 0; i < names.size(); i++) {
                    var value = row.get(i);
                    if (value != null && !value.toString().isBlank()) {
                        values.get(i).add(value.toString().strip());
                    }
                }
            }
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> Detection.of(names.get(i), values.get(i)))
                .toList();
    }
}
