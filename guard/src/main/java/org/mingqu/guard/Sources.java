package org.mingqu.guard;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.jspecify.annotations.Nullable;

/// The granted tables that a question reads, each place where one stands in FROM with a number of its own.
final class Sources {

    private final Places places;
    private final Set<GrantedTable> tables = new LinkedHashSet<>();
    private int readings;

    Sources(Places places) {
        this.places = places;
    }

    /// One reading of a table.
    record Reading(Catalog.Granted granted, List<Label> labels, Label.@Nullable Subject subject) {

        GrantedTable table() {
            return granted.table();
        }
    }

    Set<GrantedTable> tables() {
        return tables;
    }

    Reading read(TableScan scan) {
        var granted = scan.getTable().unwrap(Catalog.Granted.class);
        if (granted == null) {
            throw places.refuse(Rule.TABLE_NOT_GRANTED, "", Places.Clause.FROM, Map.of("table", "?"));
        }
        var table = granted.table();
        tables.add(table);
        var number = readings++;
        var key = table.subject();
        var subject = key == null ? null : new Label.Subject(number, table.subjectKind(), false, table.own());
        var labels = granted.columns().stream()
                .map(column -> Label.of(
                        new Label.Source(number, table, column), column.name().equalsIgnoreCase(key) ? subject : null))
                .toList();
        return new Reading(granted, labels, subject);
    }

    /// Whether a plan reads data of subjects anywhere, in the queries of its conditions and values too. What
    /// is not a granted table counts as such.
    static boolean haveSubjects(RelNode plan) {
        return new Search().in(plan).found;
    }

    /// Whether a plan reads data of subjects, or a column of a query around it.
    static boolean haveSubjectsOrOuter(RelNode plan) {
        var search = new Search().in(plan);
        return search.found || !search.set.containsAll(search.used);
    }

    private static final class Search extends RelVisitor {

        private final Set<CorrelationId> set = new HashSet<>();
        private final Set<CorrelationId> used = new HashSet<>();
        private boolean found;

        Search in(RelNode plan) {
            go(plan);
            return this;
        }

        @Override
        public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
            if (node instanceof TableScan scan) {
                var granted = scan.getTable().unwrap(Catalog.Granted.class);
                found |= granted == null || granted.table().subject() != null;
            }
            set.addAll(node.getVariablesSet());
            node.accept(new RexShuttle() {
                @Override
                public RexNode visitSubQuery(RexSubQuery query) {
                    visit(query.rel, 0, null);
                    return super.visitSubQuery(query);
                }

                @Override
                public RexNode visitCorrelVariable(RexCorrelVariable variable) {
                    used.add(variable.id);
                    return variable;
                }
            });
            super.visit(node, ordinal, parent);
        }
    }
}
