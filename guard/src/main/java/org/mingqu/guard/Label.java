package org.mingqu.guard;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known about a column of a plan: where its values come from, and so what they may be used for.
///
/// @param values the granted columns whose values flow into it
/// @param conditions the granted columns that only decide which value it takes (an implicit flow)
/// @param shape how far it is from a granted column
/// @param subject which hidden subject it is a copy of; null for none
/// @param range between which numbers it lies; null where that is not known
record Label(
        Set<Source> values,
        Set<Source> conditions,
        Shape shape,
        @Nullable Subject subject,
        @Nullable Range range) {

    /// A granted column of one reading of a table.
    ///
    /// @param reading a number for each place where a table stands in FROM
    record Source(int reading, GrantedTable table, GrantedColumn column) {}

    /// Whose data a row is.
    ///
    /// @param reading the reading of the table that brought the subject in
    /// @param optional whether a LEFT JOIN keeps rows without one: such a row holds nothing of any
    /// @param own whether it is only named in a table that whoever asks has brought along
    record Subject(int reading, String kind, boolean optional, boolean own) {

        Subject asOptional() {
            return new Subject(reading, kind, true, own);
        }
    }

    enum Shape {
        /// The same for every row.
        CONSTANT,
        /// A granted column, or its sum, average, least, greatest or number within one subject, and linear
        /// combinations of such.
        PLAIN,
        /// Anything else that was computed: a value can be hidden in it.
        COMPUTED,
        /// A number that a release already stands for.
        RELEASED
    }

    static final Label CONSTANT = new Label(Set.of(), Set.of(), Shape.CONSTANT, null, null);
    static final Label RELEASED = new Label(Set.of(), Set.of(), Shape.RELEASED, null, null);

    static Label of(Source source, @Nullable Subject subject) {
        return new Label(Set.of(source), Set.of(), Shape.PLAIN, subject, Range.of(source.column()));
    }

    /// Whether all columns in it have the right as a value, and those that decide may be in a condition.
    boolean may(Right right) {
        return values.stream().allMatch(source -> source.column().has(right))
                && conditions.stream().allMatch(source -> mayDecide(source, right));
    }

    /// A column that may be seen may also decide what is seen; one that may only be added up may not be
    /// compared.
    private static boolean mayDecide(Source source, Right right) {
        var seen = right == Right.GROUP || right == Right.OUTPUT;
        return source.column().has(Right.FILTER) || (seen && source.column().has(right));
    }

    /// The names of the columns that lack the right.
    Set<String> lacking(Right right) {
        var names = new LinkedHashSet<String>();
        values.stream()
                .filter(source -> !source.column().has(right))
                .forEach(source -> names.add(source.column().name()));
        conditions.stream()
                .filter(source -> !mayDecide(source, right))
                .forEach(source -> names.add(source.column().name()));
        return names;
    }

    /// The names of the columns in it that tell who it is.
    Set<String> identifying() {
        return values.stream()
                .map(Source::column)
                .filter(column -> column.columnClass().compareTo(ColumnClass.IDENTIFIER) >= 0)
                .map(GrantedColumn::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> names() {
        return all().stream()
                .map(source -> source.column().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Every column that has a part in it.
    Set<Source> all() {
        var all = new LinkedHashSet<>(values);
        all.addAll(conditions);
        return all;
    }

    Label with(Shape other) {
        return new Label(values, conditions, other, subject, range);
    }

    Label with(@Nullable Range other) {
        return new Label(values, conditions, shape, subject, other);
    }

    Label withSubject(@Nullable Subject other) {
        return new Label(values, conditions, shape, other, range);
    }

    /// As a part of a condition: what it says is which rows there are, not what is in them.
    Label deciding() {
        return new Label(Set.of(), all(), shape, null, null);
    }

    /// Both, computed together.
    Label and(Label other) {
        var together = new LinkedHashSet<>(values);
        together.addAll(other.values);
        var deciding = new LinkedHashSet<>(conditions);
        deciding.addAll(other.conditions);
        return new Label(
                Collections.unmodifiableSet(together),
                Collections.unmodifiableSet(deciding),
                shape.compareTo(other.shape) > 0 ? shape : other.shape,
                null,
                null);
    }
}
