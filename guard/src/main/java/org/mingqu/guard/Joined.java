package org.mingqu.guard;

import java.util.List;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql2rel.RelDecorrelator;

/// A plan in which what belongs to a join stands in the join: equalities from WHERE, and IN and EXISTS as
/// joins with the distinct values of their queries. Whether the joins are allowed is for [Threader] to say; a
/// query that cannot be said as a join stays as it is, and is refused there.
final class Joined {

    private static final List<RelOptRule> QUERIES = List.of(CoreRules.FILTER_SUB_QUERY_TO_CORRELATE);
    private static final List<RelOptRule> EQUALITIES = List.of(CoreRules.FILTER_INTO_JOIN);

    private Joined() {}

    static RelNode plan(RelNode plan) {
        var result = plan;
        if (hasQueries(plan)) {
            var builder = RelFactories.LOGICAL_BUILDER.create(plan.getCluster(), null);
            result = RelDecorrelator.decorrelateQuery(applied(plan, QUERIES), builder);
        }
        return RelOptUtil.countJoins(result) > 0 ? applied(result, EQUALITIES) : result;
    }

    private static boolean hasQueries(RelNode node) {
        return (node instanceof Filter filter && RexUtil.SubQueryFinder.containsSubQuery(filter))
                || node.getInputs().stream().anyMatch(Joined::hasQueries);
    }

    private static RelNode applied(RelNode plan, List<RelOptRule> rules) {
        var planner =
                new HepPlanner(new HepProgramBuilder().addRuleCollection(rules).build());
        planner.setRoot(plan);
        return planner.findBestExp();
    }
}
