package org.mingqu.guard;

import java.util.Map;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexSubQuery;

/// What can be named in an expression beside the columns of its input: queries inside, and columns of a query
/// around it.
interface Scope {

    /// The label of the value of a query.
    Label query(RexSubQuery query);

    /// The label of a column of a query around this one.
    Label outer(RexFieldAccess field);

    /// Neither.
    static Scope none(Places places) {
        return new Scope() {
            @Override
            public Label query(RexSubQuery query) {
                throw refusal();
            }

            @Override
            public Label outer(RexFieldAccess field) {
                throw refusal();
            }

            private Refusal refusal() {
                return places.refuse(Rule.SUBQUERY, "exists", Places.Clause.WHERE, Map.of("nearest", "JOIN"));
            }
        };
    }
}
