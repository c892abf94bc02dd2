package org.mingqu.guard;

import java.util.List;
import java.util.Set;

/// What stands between the exact rows of an instant plan and the answer. [InstantAnswer] does all of it.
///
/// The plan's SQL has already bounded each subject: at most [#maxRowsPerSubject()] rows and
/// [#maxGroupsPerSubject()] groups of any subject count, and every value is clamped to its declared bounds.
/// So adding or taking away one subject, with all its rows in all tables, changes each number by at most its
/// sensitivity. Numbers are whole, in grid units (hundredths for a scale of 2).
///
/// @param subjectKind whose privacy is kept: `person`, `household` or `enterprise`
/// @param tables the granted tables with subjects that the question reads: each bears the whole loss of the
///     answer
/// @param maxGroupsPerSubject the most groups in which one subject counts
/// @param maxRowsPerSubject the most rows of one subject that count, all groups together
/// @param noises the noise of each number; the loss is cut into [#parts()] parts, one for each
/// @param subjects the place in [#noises()] whose number is the subjects of a group, by which groups are
///     shown or not; -1 when there are no keys: then there is one group and everybody knows that it exists
/// @param divisions for each AVG the numbers it is made of
/// @param delta the chance with which the promise may fail: that a group of one subject shows
/// @param order how to sort the noisy answer
/// @param limit the most rows of the noisy answer after sorting; [Integer#MAX_VALUE] for all
public record DpPlan(
        String subjectKind,
        Set<String> tables,
        long maxGroupsPerSubject,
        long maxRowsPerSubject,
        List<Noise> noises,
        int subjects,
        List<Division> divisions,
        double delta,
        List<Order> order,
        int limit) {

    public DpPlan {
        tables = Set.copyOf(tables);
        noises = List.copyOf(noises);
        divisions = List.copyOf(divisions);
        order = List.copyOf(order);
    }

    /// Into how many equal parts the loss of the answer is cut.
    public int parts() {
        return noises.size();
    }

    /// Noise on one column of the result.
    ///
    /// @param output the place of the column in [Plan#outputs()]
    /// @param sensitivity the most by which one subject changes all groups' numbers together, in grid units
    public record Noise(int output, long sensitivity) {}

    /// An average of noisy numbers.
    ///
    /// @param output the place of the AVG in [Plan#outputs()]; the engine's value there is ignored
    /// @param sum the place in [#noises()] of the sum
    /// @param count the place in [#noises()] of the count
    public record Division(int output, int sum, int count) {}

    /// A sort key over the noisy answer.
    ///
    /// @param output the place of the column in [Plan#outputs()]
    public record Order(int output, boolean descending) {}
}
