package org.mingqu.enclave.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.ModelReport;
import org.mingqu.warrant.ModelSpec;
import org.mingqu.warrant.ResultTable;

/// A model that was made and inspected.
///
/// @param table its coefficients; none where there were too few rows to make it
/// @param subjects how many are behind each of them
/// @param pmml the file that leaves
/// @param kept which rows of the question it was made from, by their places
/// @param levels for each level of each text the rows that have it, by their places in `kept`
public record Trained(
        ModelReport report,
        ResultTable table,
        List<Long> subjects,
        String pmml,
        List<Integer> kept,
        List<List<Integer>> levels) {

    /// More digits say more of single rows.
    private static final MathContext DIGITS = new MathContext(4);

    private static final int FEWEST = 4;

    private static final List<ResultTable.Column> COLUMNS = List.of(
            new ResultTable.Column("field", ColumnType.TEXT, 0, "VALUE"),
            new ResultTable.Column("level", ColumnType.TEXT, 0, "VALUE"),
            new ResultTable.Column("coefficient", ColumnType.DOUBLE, 0, "VALUE"));

    public Trained {
        subjects = List.copyOf(subjects);
        kept = List.copyOf(kept);
        levels = levels.stream().map(List::copyOf).toList();
    }

    /// Makes a model from rows and inspects it.
    ///
    /// @param rows values in the order of the columns
    /// @param facts what is to stand in the file of how it came about
    public static Trained of(
            List<ModelColumn> columns,
            ModelSpec spec,
            Grant.Models limits,
            List<List<@Nullable Object>> rows,
            int threshold,
            Random random,
            Map<String, String> facts) {
        var design = new Design(columns, spec, rows, threshold);
        if (design.y().length < Math.max(FEWEST, threshold)) {
            var report = new ModelReport(
                    spec,
                    limits,
                    design.y().length,
                    design.leftOut(),
                    design.merged(),
                    0,
                    0,
                    0,
                    1,
                    1,
                    1,
                    1,
                    1,
                    Map.of());
            return new Trained(
                    report, new ResultTable(COLUMNS, List.of(), 0, null), List.of(), "", design.kept(), List.of());
        }
        var ridge = spec.ridgeMilli() / 1000.0;
        var all = IntStream.range(0, design.y().length).toArray();
        var fit = Fit.of(design.isLogistic(), design.x(), design.y(), all, ridge);
        var coefficients = coefficients(design, fit);
        var more = new TreeMap<>(facts);
        more.put("ridge", BigDecimal.valueOf(spec.ridgeMilli(), 3).toPlainString());
        more.put("rare levels are", Design.OTHER);
        design.references().forEach((column, level) -> more.put("reference of " + column, level));
        var pmml = Pmml.of(spec, columns, coefficients, design.positive(), design.negative(), more);
        return new Trained(
                report(design, fit, spec, limits, ridge, random),
                table(coefficients),
                subjects(design),
                pmml,
                design.kept(),
                design.levels());
    }

    private static ModelReport report(
            Design design, Fit fit, ModelSpec spec, Grant.Models limits, double ridge, Random random) {
        var memorising = new Memorising(design, ridge, random);
        var advantage = memorising.membership();
        var rows = design.y().length;
        var leverage = Arrays.stream(design.x())
                .mapToDouble(row -> fit.leverage(row, rows))
                .max()
                .orElse(1);
        var ones = (int) Arrays.stream(design.y()).filter(value -> value > 0.5).count();
        return new ModelReport(
                spec,
                limits,
                rows,
                design.leftOut(),
                design.merged(),
                fit.weights().length,
                design.isLogistic() ? Math.min(ones, rows - ones) : rows,
                quality(design, fit),
                leverage,
                advantage.mean(),
                advantage.low(),
                advantage.high(),
                memorising.canaries(),
                design.references());
    }

    /// The share of the target's variance that is explained, or of rows whose value is the likelier one.
    private static double quality(Design design, Fit fit) {
        var x = design.x();
        var y = design.y();
        var rows = IntStream.range(0, y.length);
        return design.isLogistic()
                ? rows.filter(i -> fit.predicted(x[i]) > 0.5 == y[i] > 0.5).count() / (double) y.length
                : 1 - rows.mapToDouble(i -> fit.loss(x[i], y[i])).average().orElse(1);
    }

    /// In the units of the data.
    private static List<Pmml.Coefficient> coefficients(Design design, Fit fit) {
        var scale = design.isLogistic() ? 1 : design.deviation();
        var constant = fit.weights()[0] * scale + (design.isLogistic() ? 0 : design.mean());
        var all = new ArrayList<Pmml.Coefficient>();
        for (var i = 0; i < design.terms().size(); i++) {
            var term = design.terms().get(i);
            var weight = fit.weights()[1 + i] * scale / term.deviation();
            constant -= weight * term.mean();
            all.add(new Pmml.Coefficient(term.column(), term.level(), rounded(weight)));
        }
        all.addFirst(new Pmml.Coefficient(null, null, rounded(constant)));
        return all;
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : 0;
    }

    private static ResultTable table(List<Pmml.Coefficient> coefficients) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var it : coefficients) {
            var row = new ArrayList<@Nullable Object>();
            row.add(it.column());
            row.add(it.level());
            row.add(it.value());
            rows.add(row);
        }
        return new ResultTable(COLUMNS, rows, 0, null);
    }

    private static List<Long> subjects(Design design) {
        var all = new ArrayList<Long>();
        all.add((long) design.y().length);
        for (var i = 0; i < design.terms().size(); i++) {
            var place = 1 + i;
            all.add(
                    design.terms().get(i).level() == null
                            ? design.y().length
                            : Arrays.stream(design.x())
                                    .filter(row -> row[place] > 0.5)
                                    .count());
        }
        return all;
    }
}
