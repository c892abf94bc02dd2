package org.mingqu.privacy.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What a recoding costs, for the person who decides whether the rows are still of use.
///
/// @param columns for each quasi-identifier, in their order
/// @param classes classes of records that are alike afterwards
/// @param smallest records of the smallest class; 0 if none is left
/// @param median records of the class in the middle
/// @param greatest records of the greatest class
/// @param suppressed records left out
/// @param correlations before and after, of every two columns, in the order (0,1), (0,2), … (1,2), …
public record Utility(
        List<Column> columns,
        int classes,
        int smallest,
        int median,
        int greatest,
        int suppressed,
        List<Change> correlations) {

    /// What a column lost.
    ///
    /// @param loss the mean of its loss, from 0 to 1; a record left out has lost all
    /// @param mean of the column's numbers
    public record Column(double loss, Change mean) {}

    /// A figure of the data before and after.
    ///
    /// @param after [Double#NaN] if nothing is left
    public record Change(double before, double after) {}

    /// Compares data with what a recoding makes of them. A generalised value counts as the mean of all records'
    /// values in its group: what somebody would take it for.
    ///
    /// @param values for each quasi-identifier a number for each record; the code itself where it has an order
    /// @param coded the same columns as the solver had them
    /// @throws IllegalArgumentException if the columns do not fit each other
    public static Utility of(List<double[]> values, List<int[]> coded, List<Hierarchy> hierarchies, Recoding recoding) {
        if (values.size() != coded.size() || coded.size() != hierarchies.size()) {
            throw new IllegalArgumentException("values, codes and hierarchies of different numbers of columns");
        }
        var schemeOf = recoding.schemeOf();
        var kept = IntStream.range(0, schemeOf.length)
                .filter(row -> schemeOf[row] != Recoding.SUPPRESSED)
                .toArray();
        var after = new ArrayList<double[]>();
        var columns = new ArrayList<Column>();
        for (var column = 0; column < values.size(); column++) {
            var hierarchy = hierarchies.get(column);
            var taken = taken(values.get(column), coded.get(column), hierarchy, recoding, column, kept);
            after.add(taken);
            columns.add(new Column(
                    loss(coded.get(column), hierarchy, recoding, column, kept),
                    new Change(mean(values.get(column)), mean(taken))));
        }
        var sizes = sizes(coded, hierarchies, recoding, kept);
        return new Utility(
                columns,
                sizes.length,
                sizes.length == 0 ? 0 : sizes[0],
                sizes.length == 0 ? 0 : sizes[sizes.length / 2],
                sizes.length == 0 ? 0 : sizes[sizes.length - 1],
                recoding.suppressed(),
                correlations(values, after));
    }

    private static int level(Recoding recoding, int row, int column) {
        return recoding.schemes().get(recoding.schemeOf(row)).get(column);
    }

    private static double[] taken(
            double[] values, int[] coded, Hierarchy hierarchy, Recoding recoding, int column, int[] kept) {
        var means = new TreeMap<Integer, double[]>();
        var taken = new double[kept.length];
        for (var i = 0; i < kept.length; i++) {
            var level = level(recoding, kept[i], column);
            var mean = means.computeIfAbsent(level, any -> groupMeans(values, coded, hierarchy, any));
            taken[i] = mean[hierarchy.group(level, coded[kept[i]])];
        }
        return taken;
    }

    private static double[] groupMeans(double[] values, int[] coded, Hierarchy hierarchy, int level) {
        var sums = new double[hierarchy.values()];
        var counts = new int[hierarchy.values()];
        for (var row = 0; row < values.length; row++) {
            sums[hierarchy.group(level, coded[row])] += values[row];
            counts[hierarchy.group(level, coded[row])]++;
        }
        return IntStream.range(0, sums.length)
                .mapToDouble(group -> sums[group] / counts[group])
                .toArray();
    }

    private static double loss(int[] coded, Hierarchy hierarchy, Recoding recoding, int column, int[] kept) {
        var lost = (double) coded.length - kept.length;
        for (var row : kept) {
            lost += hierarchy.loss(level(recoding, row, column), coded[row]);
        }
        return lost / coded.length;
    }

    /// The sizes of the classes, the smallest first.
    private static int[] sizes(List<int[]> coded, List<Hierarchy> hierarchies, Recoding recoding, int[] kept) {
        var coarse = new int[coded.size() + 1][kept.length];
        for (var column = 0; column < coded.size(); column++) {
            for (var i = 0; i < kept.length; i++) {
                coarse[column][i] =
                        hierarchies.get(column).group(level(recoding, kept[i], column), coded.get(column)[kept[i]]);
            }
        }
        for (var i = 0; i < kept.length; i++) {
            coarse[coded.size()][i] = recoding.schemeOf(kept[i]);
        }
        var sizes = Classes.of(coarse).sizes();
        Arrays.sort(sizes);
        return sizes;
    }

    private static List<Change> correlations(List<double[]> before, List<double[]> after) {
        var changes = new ArrayList<Change>();
        for (var one = 0; one < before.size(); one++) {
            for (var other = one + 1; other < before.size(); other++) {
                changes.add(new Change(
                        correlation(before.get(one), before.get(other)),
                        correlation(after.get(one), after.get(other))));
            }
        }
        return changes;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    /// Pearson's; 0 where a column does not vary.
    private static double correlation(double[] one, double[] other) {
        var meanOne = mean(one);
        var meanOther = mean(other);
        var together = 0.0;
        var squares = 0.0;
        var otherSquares = 0.0;
        for (var i = 0; i < one.length; i++) {
            together += (one[i] - meanOne) * (other[i] - meanOther);
            squares += (one[i] - meanOne) * (one[i] - meanOne);
            otherSquares += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return squares == 0 || otherSquares == 0 ? 0 : together / Math.sqrt(squares * otherSquares);
    }
}
