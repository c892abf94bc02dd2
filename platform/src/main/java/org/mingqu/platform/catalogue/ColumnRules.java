package org.mingqu.platform.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a column may be used for, by its class and grade: a table that the authority keeps, with effective dates.
///
/// An application may ask for less, a decision may allow less, nobody may allow more (art. 20).
@Component
public class ColumnRules {

    private final JdbcClient sql;

    ColumnRules(JdbcClient sql) {
        this.sql = sql;
    }

    /// The rights of a column on a day. A class and grade without a rule has none: closed is the safe side.
    public Set<Right> rights(ColumnClass columnClass, int grade, LocalDate day) {
        return sql.sql("""
                        select rights from catalogue_column_rule
                         where column_class = :class and grade = :grade and from_day <= :day
                         order by from_day desc
                         limit 1
                        """)
                .param("class", columnClass.name())
                .param("grade", grade)
                .param("day", day)
                .query(String.class)
                .optional()
                .map(ColumnRules::parse)
                .orElseGet(Set::of);
    }

    /// What follows from the highest grade that a query may touch, on a day.
    ///
    /// @throws org.springframework.dao.EmptyResultDataAccessException if the authority's table has no line for it
    public GradeRule of(int grade, LocalDate day) {
        return sql.sql("""
                        select threshold, budget_milli, rounding from catalogue_grade_rule
                         where grade = :grade and from_day <= :day
                         order by from_day desc
                         limit 1
                        """)
                .param("grade", grade)
                .param("day", day)
                .query((row, number) ->
                        new GradeRule(row.getInt("threshold"), row.getLong("budget_milli"), row.getInt("rounding")))
                .single();
    }

    /// What a grade demands of a query.
    ///
    /// @param threshold the least number of subjects behind a released group
    /// @param budgetMilli what all workspaces together may spend on a resource, in thousandths of epsilon
    /// @param rounding to which multiples counts of exact results are rounded; 0 for not at all
    public record GradeRule(int threshold, long budgetMilli, int rounding) {}

    private static Set<Right> parse(String rights) {
        return Arrays.stream(rights.split(","))
                .filter(it -> !it.isBlank())
                .map(Right::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }
}
