package org.mingqu.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.guard.Guard;

/// What the guard and its two lanes cost beside the engine alone: the parts one after the other, each with figures of
/// its own.
final class GuardBench implements Measurement {

    /// The parts, in the order in which they are measured.
    static final List<String> PARTS = List.of("compile", "threshold", "noise", "mask", "consent", "tpch", "dp");

    private final List<String> parts;

    /// @param part the one to measure; null for all of them
    GuardBench(@Nullable String part) {
        this.parts = part == null ? PARTS : List.of(part);
    }

    @Override
    public List<Figure> measure() throws SQLException, IOException {
        var started = System.nanoTime();
        var guard = Guard.warm();
        var warming = Samples.millisSince(started);
        var figures = new ArrayList<Figure>();
        for (var part : parts) {
            figures.addAll(
                    switch (part) {
                        case "compile" -> CompileFigures.measure(guard, warming);
                        case "threshold" -> ThresholdFigures.measure(guard);
                        case "noise" -> NoiseFigures.measure();
                        case "mask" -> MaskFigures.measure();
                        case "consent" -> ConsentFigures.measure();
                        case "tpch" -> overTpch(duckdb -> TpchFigures.measure(guard, duckdb));
                        case "dp" -> overTpch(duckdb -> DpFigures.measure(guard, duckdb));
                        default -> throw new IllegalArgumentException(part);
                    });
        }
        return figures;
    }

    private interface Measured {
        List<Figure> over(Connection duckdb) throws SQLException;
    }

    private static List<Figure> overTpch(Measured measured) throws SQLException, IOException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            Tpch.load(duckdb, 1);
            return measured.over(duckdb);
        }
    }
}
