package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The plan over synthetic rows: nothing in them is anybody's, so every known operator may run and every
/// value may be an output.
final class SyntheticPlanner {

    private SyntheticPlanner() {}

    static Plan plan(Compiler.Compiled question, Places places, Grant grant) {
        var sql = RelationPrinter.print(question.plan(), places);
        var outputs = new ArrayList<Output>();
        var fields = question.plan().getRowType().getFieldList();
        for (var i = 0; i < fields.size(); i++) {
            var type = fields.get(i).getType();
            var shown = Types.shown(type);
            outputs.add(new Output(
                    question.names().get(i),
                    shown,
                    shown == ColumnType.DECIMAL ? type.getScale() : 0,
                    Output.Kind.KEY));
        }
        var checks =
                List.of(new Check("question.read-only", "32", Map.of()), new Check("columns.granted", "18", Map.of()));
        return new Plan(
                Lane.SYNTHETIC,
                sql,
                sql,
                outputs,
                Set.of(),
                checks,
                null,
                grant.limits().threshold());
    }
}
