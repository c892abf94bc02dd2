package org.mingqu.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;

/// Window functions in a projection of their own: the engine takes none within TRY.
final class Windows {

    private Windows() {}

    /// The same projection, computed from windows that stand alone below it.
    static LogicalProject below(LogicalProject project) {
        if (!project.containsOver() || project.getProjects().stream().allMatch(Windows::standsAlone)) {
            return project;
        }
        var width = project.getInput().getRowType().getFieldCount();
        var fields = Aggregations.refs(project.getInput(), width);
        var above = new ArrayList<RexNode>();
        var moving = new RexShuttle() {
            @Override
            public RexNode visitOver(RexOver over) {
                var known = fields.indexOf(over);
                if (known < 0) {
                    fields.add(over);
                }
                return new RexInputRef(known < 0 ? fields.size() - 1 : known, over.getType());
            }
        };
        project.getProjects().forEach(expression -> above.add(expression.accept(moving)));
        var windows = LogicalProject.create(
                project.getInput(), List.of(), fields, (List<String>) null, project.getVariablesSet());
        return LogicalProject.create(windows, List.of(), above, (List<String>) null, Set.of());
    }

    private static boolean standsAlone(RexNode expression) {
        return expression instanceof RexOver || !RexOver.containsOver(expression);
    }
}
