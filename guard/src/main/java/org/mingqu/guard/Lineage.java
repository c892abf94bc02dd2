package org.mingqu.guard;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.metadata.RelColumnOrigin;
import org.jspecify.annotations.Nullable;

/// Which granted columns a column's values come from, for people to look at: conditions are not among them, and
/// nothing is decided by it.
final class Lineage {

    private Lineage() {}

    static List<List<Plan.Origin>> of(RelNode plan) {
        return IntStream.range(0, plan.getRowType().getFieldCount())
                .mapToObj(field -> origins(plan, field))
                .toList();
    }

    private static List<Plan.Origin> origins(RelNode plan, int field) {
        var found = plan.getCluster().getMetadataQuery().getColumnOrigins(plan, field);
        return found == null
                ? List.of()
                : found.stream()
                        .map(Lineage::origin)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    private static Plan.@Nullable Origin origin(RelColumnOrigin origin) {
        var granted = origin.getOriginTable().unwrap(Catalog.Granted.class);
        return granted == null
                ? null
                : new Plan.Origin(
                        granted.table().name(),
                        granted.columns().get(origin.getOriginColumnOrdinal()).name());
    }
}
