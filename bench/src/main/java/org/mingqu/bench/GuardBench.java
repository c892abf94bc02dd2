package org.mingqu.bench;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.guard.Guard;

/// What the guard and its two lanes cost beside the engine alone: the parts one after the other, each with figures of
/// its own.
final class GuardBench implements Measurement {

    @Override
    public List<Figure> measure() throws SQLException, IOException {
        var started = System.nanoTime();
        var guard = Guard.warm();
        var warming = Samples.millisSince(started);
        var figures = new ArrayList<Figure>();
        figures.addAll(CompileFigures.measure(guard, warming));
        figures.addAll(ThresholdFigures.measure(guard));
        figures.addAll(NoiseFigures.measure());
        figures.addAll(MaskFigures.measure());
        figures.addAll(ConsentFigures.measure());
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            Tpch.load(duckdb, 1);
            figures.addAll(TpchFigures.measure(guard, duckdb));
            figures.addAll(DpFigures.measure(guard, duckdb));
        }
        return figures;
    }
}
