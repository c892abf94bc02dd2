package org.mingqu.guard;

import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;

/// A relation of a governed plan, and what is known about it.
///
/// Its fields are the visible ones, which have labels, and then the hidden ones: of rows the subjects whose
/// data they are and the units that they come from, of released groups the number of subjects behind them.
///
/// @param subjects whose data each row depends on, one hidden field each; empty for open data and for
///     released groups
/// @param perSubject the most rows of one subject, as far as declarations say
/// @param most for a subject the most rows of one such in the relation, as the data are: joins with data of nobody
///     included, other than in `perSubject`, which an instant plan enforces; a subject that is not there may have any
///     number of rows
/// @param units where cells are listed, the tables whose units each row comes from, one hidden field each after
///     those of the subjects; else empty
/// @param stage how far it is from raw rows
record Rows(
        RelNode plan,
        List<Label> labels,
        List<Label.Subject> subjects,
        long perSubject,
        Map<Label.Subject, Long> most,
        List<GrantedTable> units,
        Stage stage) {

    /// Rows without units.
    Rows(
            RelNode plan,
            List<Label> labels,
            List<Label.Subject> subjects,
            long perSubject,
            Map<Label.Subject, Long> most,
            Stage stage) {
        this(plan, labels, subjects, perSubject, most, List.of(), stage);
    }

    enum Stage {
        /// Raw rows, or rows per subject.
        ROWS,
        /// Aggregated, of data that has no subjects.
        OPEN_GROUPS,
        /// Aggregated over subjects, with groups below the threshold still in.
        CARRIED,
        /// Aggregated over subjects, with groups below the threshold left out.
        CUT
    }

    Rows {
        labels = List.copyOf(labels);
        subjects = List.copyOf(subjects);
        most = Map.copyOf(most);
        units = List.copyOf(units);
        var hidden = stage == Stage.CARRIED || stage == Stage.CUT ? 1 : subjects.size() + units.size();
        if (plan.getRowType().getFieldCount() != labels.size() + hidden) {
            throw new IllegalStateException(
                    "%d fields for %d labels".formatted(plan.getRowType().getFieldCount(), labels.size()));
        }
    }

    int width() {
        return labels.size();
    }

    /// Whether it comes from data with subjects and is aggregated.
    boolean isReleased() {
        return stage == Stage.CARRIED || stage == Stage.CUT;
    }

    boolean hasSubjects() {
        return isReleased() || !subjects.isEmpty();
    }

    Rows with(RelNode other) {
        return new Rows(other, labels, subjects, perSubject, most, units, stage);
    }

    /// The most rows of one subject; [Long#MAX_VALUE] where that is not known.
    long most(Label.Subject subject) {
        return most.getOrDefault(subject, Long.MAX_VALUE);
    }

    /// The product of two bounds, or the greatest number where it is greater than that.
    static long times(long one, long other) {
        try {
            return Math.multiplyExact(one, other);
        } catch (ArithmeticException tooMany) {
            return Long.MAX_VALUE;
        }
    }
}
