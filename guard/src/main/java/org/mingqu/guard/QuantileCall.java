package org.mingqu.guard;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalProject;

/// Which of the arguments of an aggregate function is the value, and which says what quantile is asked for.
final class QuantileCall {

    private static final Set<String> NAMES =
            Set.of("MEDIAN", "QUANTILE_CONT", "QUANTILE_DISC", "PERCENTILE_CONT", "PERCENTILE_DISC");

    private QuantileCall() {}

    static boolean is(AggregateCall call) {
        return NAMES.contains(name(call));
    }

    /// The field of the one argument that is a value; others say which quantile.
    static int argument(AggregateCall call, Rows input) {
        var fields = Arguments.fields(call);
        return fields.stream()
                .filter(field -> input.labels().get(field).shape() != Label.Shape.CONSTANT)
                .findFirst()
                .orElse(fields.getFirst());
    }

    /// Which quantile is asked for, 0 to 1; empty where that is not said by one constant.
    static Optional<Double> rank(AggregateCall call, Rows input) {
        if (name(call).equals("MEDIAN")) {
            return Optional.of(0.5);
        }
        var others = Arguments.fields(call).stream()
                .filter(field -> field != argument(call, input))
                .toList();
        return others.size() == 1 && input.plan() instanceof LogicalProject project
                ? Optional.ofNullable(Labels.constant(project.getProjects().get(others.getFirst())))
                        .map(BigDecimal::doubleValue)
                        .filter(rank -> rank >= 0 && rank <= 1)
                        .map(rank -> isDescending(call) ? 1 - rank : rank)
                : Optional.empty();
    }

    private static boolean isDescending(AggregateCall call) {
        return call.getCollation().getFieldCollations().stream().anyMatch(field -> field.direction.isDescending());
    }

    static Refusal noRank(AggregateCall call, Places places) {
        return places.refuse(Rule.FUNCTION_ARGUMENTS, name(call), Places.Clause.SELECT, Map.of("operator", name(call)));
    }

    private static String name(AggregateCall call) {
        return call.getAggregation().getName().toUpperCase(Locale.ROOT);
    }
}
