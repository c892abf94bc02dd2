package org.mingqu.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.jspecify.annotations.Nullable;

/// Conditions and joins: which columns may be compared, and whose data a joined row is.
final class Joiner {

    private final Places places;

    Joiner(Places places) {
        this.places = places;
    }

    /// Checks that the columns of a condition may be compared.
    void check(RexNode part, Rows rows, Places.Clause clause) {
        new Conditions(new Labels(rows.labels(), places), places).check(part, clause);
    }

    /// @param lane in which the joined rows are asked for
    Rows join(LogicalJoin join, Rows left, Rows right, Lane lane) {
        if (join.getJoinType() != JoinRelType.INNER && join.getJoinType() != JoinRelType.LEFT) {
            throw places.refuse(
                    Rule.JOIN_KIND,
                    "join",
                    Places.Clause.FROM,
                    Map.of("join", join.getJoinType() + " JOIN", "nearest", "LEFT JOIN"));
        }
        released(left, right);
        released(right, left);
        if (join.getJoinType() == JoinRelType.LEFT) {
            OwnTables.optional(right.plan(), lane, places);
        }
        var condition = RexUtil.expandSearch(join.getCluster().getRexBuilder(), null, join.getCondition());
        var joined = joined(join, left, join.getJoinType() == JoinRelType.LEFT ? optional(right) : right, condition);
        var across = false;
        for (var part : RelOptUtil.conjunctions(condition)) {
            check(part, joined, Places.Clause.ON);
            across |= isAcross(Threader.equated(part), left.width());
        }
        if (!across) {
            throw places.refuse(Rule.JOIN_CONDITION, "join", Places.Clause.FROM, Map.of("nearest", "ON a.x = b.x"));
        }
        var merged = join.getJoinType() == JoinRelType.INNER
                ? merge(joined, condition, true)
                : merge(
                        joined,
                        across(condition, left.width(), join.getCluster().getRexBuilder()),
                        false);
        OwnTables.joined(merged, places);
        return merged;
    }

    /// The equalities between the two sides. Others do not hold in the rows that a LEFT JOIN keeps without a
    /// partner.
    private static RexNode across(RexNode condition, int width, RexBuilder builder) {
        var parts = RelOptUtil.conjunctions(condition).stream()
                .filter(part -> isAcross(Threader.equated(part), width))
                .toList();
        return RexUtil.composeConjunction(builder, parts);
    }

    private static boolean isAcross(List<Integer> equated, int width) {
        return equated.size() == 2 && (equated.get(0) < width) != (equated.get(1) < width);
    }

    private static Rows optional(Rows right) {
        var labels = right.labels().stream()
                .map(label -> label.subject() == null
                        ? label
                        : label.withSubject(label.subject().asOptional()))
                .toList();
        var subjects = right.subjects().stream().map(Label.Subject::asOptional).toList();
        var most = new HashMap<Label.Subject, Long>();
        right.most().forEach((subject, rows) -> most.put(subject.asOptional(), rows));
        return new Rows(right.plan(), labels, subjects, right.perSubject(), most, right.units(), right.stage());
    }

    /// A release may be joined with open data only: with rows of subjects, or with another release, the
    /// difference of two numbers could be one subject.
    private void released(Rows one, Rows other) {
        if (one.isReleased() && other.hasSubjects()) {
            throw places.refuse(Rule.AGGREGATE_TWICE, "join", Places.Clause.FROM, Map.of());
        }
    }

    /// The join with its fields in order: visible ones of both sides, then hidden ones of both sides.
    private static Rows joined(LogicalJoin join, Rows left, Rows right, RexNode condition) {
        var leftHidden = left.plan().getRowType().getFieldCount() - left.width();
        var rightHidden = right.plan().getRowType().getFieldCount() - right.width();
        var visible = left.width() + right.width();
        var shifted = leftHidden == 0 ? condition : RexUtil.shift(condition, left.width(), leftHidden);
        var plan = LogicalJoin.create(left.plan(), right.plan(), List.of(), shifted, Set.of(), join.getJoinType());
        var leftUnits = left.width() + leftHidden - left.units().size();
        var rightUnits = visible + leftHidden + rightHidden - right.units().size();
        var order = Stream.of(
                        IntStream.range(0, left.width()),
                        IntStream.range(left.width() + leftHidden, visible + leftHidden),
                        IntStream.range(left.width(), leftUnits),
                        IntStream.range(visible + leftHidden, rightUnits),
                        IntStream.range(leftUnits, left.width() + leftHidden),
                        IntStream.range(rightUnits, visible + leftHidden + rightHidden))
                .flatMapToInt(part -> part);
        var fields = order.mapToObj(field -> (RexNode) RexInputRef.of(field, plan.getRowType()))
                .toList();
        var labels = new ArrayList<>(left.labels());
        labels.addAll(right.labels());
        var subjects = new ArrayList<>(left.subjects());
        subjects.addAll(right.subjects());
        var units = new ArrayList<>(left.units());
        units.addAll(right.units());
        var stage = left.isReleased() || right.isReleased()
                ? Rows.Stage.CUT
                : left.stage() == Rows.Stage.OPEN_GROUPS && right.stage() == Rows.Stage.OPEN_GROUPS
                        ? Rows.Stage.OPEN_GROUPS
                        : Rows.Stage.ROWS;
        return new Rows(
                LogicalProject.create(plan, List.of(), fields, (List<String>) null, Set.of()),
                labels,
                subjects,
                Rows.times(bound(left), bound(right)),
                most(left, right, condition),
                units,
                stage);
    }

    /// A row of one side meets, of the other side, at most as many rows as one subject has there, if the
    /// condition names that subject; otherwise there is no telling how many.
    private static Map<Label.Subject, Long> most(Rows left, Rows right, RexNode condition) {
        var most = new HashMap<Label.Subject, Long>();
        var ofRight = meets(right, left.width(), left.width(), condition);
        var ofLeft = meets(left, 0, left.width(), condition);
        left.most().forEach((subject, rows) -> most.put(subject, Rows.times(rows, ofRight)));
        right.most().forEach((subject, rows) -> most.put(subject, Rows.times(rows, ofLeft)));
        most.values().removeIf(rows -> rows == Long.MAX_VALUE);
        return most;
    }

    private static long meets(Rows side, int from, int width, RexNode condition) {
        var least = Long.MAX_VALUE;
        for (var part : RelOptUtil.conjunctions(condition)) {
            var equated = Threader.equated(part);
            if (isAcross(equated, width)) {
                for (var field : equated) {
                    var here = field >= from && field < from + side.width();
                    var subject = here ? side.labels().get(field - from).subject() : null;
                    least = subject == null ? least : Math.min(least, side.most(subject));
                }
            }
        }
        return least;
    }

    /// Rows without a subject do not multiply anybody's rows in the declarations; should they in fact, the
    /// bounds of an instant plan hold them back.
    private static long bound(Rows rows) {
        return rows.subjects().isEmpty() ? 1 : rows.perSubject();
    }

    /// Two hidden subjects of one kind that a condition makes equal are one subject. In a LEFT JOIN the left
    /// one stays, because the row is the left one's also where the right one is missing; and the right
    /// column, which is missing there, is no copy of it. Otherwise one of granted data stays, because one
    /// that is only named in an own table protects nobody.
    Rows merge(Rows rows, RexNode condition, boolean both) {
        var merged = rows;
        for (var part : RelOptUtil.conjunctions(condition)) {
            var equated = Threader.equated(part);
            if (equated.size() == 2) {
                merged = merge(
                        merged,
                        merged.labels().get(equated.get(0)).subject(),
                        merged.labels().get(equated.get(1)).subject(),
                        both);
            }
        }
        return merged;
    }

    private static Rows merge(Rows rows, Label.@Nullable Subject one, Label.@Nullable Subject two, boolean both) {
        if (one == null || two == null || one.equals(two) || !one.kind().equals(two.kind())) {
            return rows;
        }
        var left = rows.subjects().indexOf(one) < rows.subjects().indexOf(two) ? one : two;
        var right = left.equals(one) ? two : one;
        var replaced = left.own() && !right.own();
        if (replaced && !both) {
            return rows; // a row that holds nothing of a granted subject is none of theirs
        }
        var gone = replaced ? left : right;
        var stays = replaced ? right : left;
        var place = rows.width() + rows.subjects().indexOf(gone);
        var fields = IntStream.range(0, rows.plan().getRowType().getFieldCount())
                .filter(field -> field != place)
                .mapToObj(field -> (RexNode) RexInputRef.of(field, rows.plan().getRowType()))
                .toList();
        var labels = rows.labels().stream()
                .map(label -> gone.equals(label.subject()) ? label.withSubject(both ? stays : null) : label)
                .toList();
        var subjects = rows.subjects().stream()
                .filter(subject -> !subject.equals(gone))
                .toList();
        var most = new HashMap<>(rows.most());
        var other = most.remove(gone);
        if (both && other != null) {
            most.merge(stays, other, Math::min);
        }
        return new Rows(
                LogicalProject.create(rows.plan(), List.of(), fields, (List<String>) null, Set.of()),
                labels,
                subjects,
                rows.perSubject(),
                most,
                rows.units(),
                rows.stage());
    }
}
