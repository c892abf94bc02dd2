package org.mingqu.privacy.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the levels of columns at which a data set keeps to a target with the least loss.
///
/// All schemes of levels are ordered by the loss that they have if no record is left out. That is a bound from
/// below of the true loss, as a record left out loses most; so the search may stop at the first scheme whose
/// bound is not below the best loss found, and what it has found is the optimum. A scheme whose classes are too
/// small or too uniform for too many records is too fine, and so are all schemes that are finer in every
/// column: they are not looked at.
///
/// Source: the lattice and its pruning after El Emam et al., OLA (2009), and Kohlmayer et al., Flash (2012);
/// the stopping rule is ours.
public final class Generaliser {

    private final int[][] columns;
    private final List<Hierarchy> hierarchies;
    private final int[] sensitive;
    private final double[] shares;

    /// A data set.
    ///
    /// @param columns quasi-identifiers; values as numbers of the hierarchies' first levels
    /// @param hierarchies one for each column
    /// @param sensitive a number from 0 for each record; all 0 where no diversity is asked for
    public Generaliser(List<int[]> columns, List<Hierarchy> hierarchies, int[] sensitive) {
        this.columns = columns.toArray(int[][]::new);
        this.hierarchies = List.copyOf(hierarchies);
        this.sensitive = sensitive.clone();
        this.shares = SensitiveValues.shares(sensitive);
        if (columns.size() != hierarchies.size()
                || Arrays.stream(this.columns).anyMatch(column -> column.length != sensitive.length)) {
            throw new IllegalArgumentException("columns, hierarchies and sensitive values do not fit");
        }
    }

    /// One scheme for all records: the optimum.
    ///
    /// @return nothing if even the coarsest scheme leaves out too many
    public Optional<Recoding> global(Target target) {
        var rows = IntStream.range(0, sensitive.length).toArray();
        return best(rows, target).map(found -> {
            var schemeOf = new int[sensitive.length];
            Arrays.fill(schemeOf, Recoding.SUPPRESSED);
            for (var row : found.kept()) {
                schemeOf[row] = 0;
            }
            return new Recoding(List.of(found.levels()), schemeOf, found.loss(), found.looked());
        });
    }

    /// One scheme for most records, another for those it leaves out, and so on: each group by itself keeps to
    /// the target, so that all together do: classes of two schemes are not alike, and the mean of two risks is
    /// not above the greater. The loss is not above that of one scheme.
    public Optional<Recoding> local(Target target) {
        var first = global(target);
        if (first.isEmpty()) {
            return first;
        }
        var schemes = new ArrayList<>(first.get().schemes());
        var schemeOf = first.get().schemeOf();
        var looked = first.get().looked();
        var any = target.withAnySuppression();
        while (true) {
            var left = IntStream.range(0, schemeOf.length)
                    .filter(row -> schemeOf[row] == Recoding.SUPPRESSED)
                    .toArray();
            var next = best(left, any);
            if (next.isEmpty()) {
                return Optional.of(new Recoding(schemes, schemeOf, loss(schemes, schemeOf), looked));
            }
            for (var row : next.get().kept()) {
                schemeOf[row] = schemes.size();
            }
            schemes.add(next.get().levels());
            looked += next.get().looked();
        }
    }

    private Optional<Search.Found> best(int[] rows, Target target) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        return new Search(columns, hierarchies, sensitive, shares, rows, target).best();
    }

    private double loss(List<List<Integer>> schemes, int[] schemeOf) {
        var sum = 0.0;
        for (var row = 0; row < schemeOf.length; row++) {
            var scheme = schemeOf[row];
            sum += scheme == Recoding.SUPPRESSED ? columns.length : rowLoss(schemes.get(scheme), row);
        }
        return sum / schemeOf.length / columns.length;
    }

    private double rowLoss(List<Integer> levels, int row) {
        var sum = 0.0;
        for (var column = 0; column < columns.length; column++) {
            sum += hierarchies.get(column).loss(levels.get(column), columns[column][row]);
        }
        return sum;
    }
}
