package org.mingqu.platform.authorisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.parties.Conduct;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.stereotype.Component;

/// The fast lane: what was granted to an organisation before, and not much else, is asked for with a shorter form and
/// decided within shorter terms. Everybody who decides still does; nothing is granted by it.
@Component
class FastLane {

    /// The terms of the fast lane, by the terms for which they stand.
    static final Map<String, String> TERMS = Map.of(
            AuthorisationProcedure.REVIEW, "fast-review",
            AuthorisationProcedure.ASSESSMENT, "fast-assessment",
            AuthorisationProcedure.OPINION, "fast-opinion");

    private static final String OPEN = "fast-lane";
    private static final String GRADE = "fast-grade";
    private static final String MONTHS = "fast-months";

    private final ApplicationStore store;
    private final Catalogue catalogue;
    private final List<Conduct> conduct;
    private final Rules rules;
    private final Clock clock;

    FastLane(ApplicationStore store, Catalogue catalogue, List<Conduct> conduct, Rules rules, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.conduct = conduct;
        this.rules = rules;
        this.clock = clock;
    }

    /// A condition of the fast lane.
    enum Condition {
        /// The register has the lane open.
        OPEN,
        /// There is an earlier grant to the same applicant.
        GRANTED_BEFORE,
        /// It was granted within so many months.
        RECENT,
        /// For the same kind of scenario, called in the same way.
        SAME_KIND,
        /// No field is asked for that was not granted then.
        SAME_FIELDS,
        /// No field is graded higher than the register allows.
        GRADE,
        /// Nothing was found about the applicant since.
        NO_FINDINGS
    }

    /// Whether a condition is met.
    ///
    /// @param figure the figure of the register that it goes by; null for none
    record ConditionLine(
            Condition condition, boolean met, @Nullable Integer figure) {}

    /// How an application stands to the fast lane.
    ///
    /// @param earlier the grant that it is held against; null for none
    record FastLaneView(
            boolean met,
            @Nullable UUID earlier,
            @Nullable String earlierNumber,
            @Nullable String earlierTitle,
            List<ConditionLine> conditions) {}

    /// Holds an application against that earlier grant which meets most.
    FastLaneView view(Application it) {
        var today = LocalDate.now(clock);
        return store.grantedTo(it.applicant().id()).stream()
                .filter(each -> !each.id().equals(it.id()))
                .map(each -> view(it, Optional.of(each), today))
                .max(Comparator.comparingLong(each ->
                        each.conditions().stream().filter(ConditionLine::met).count()))
                .orElseGet(() -> view(it, Optional.empty(), today));
    }

    private FastLaneView view(Application it, Optional<Application> earlier, LocalDate today) {
        var grade = rules.number(GRADE, today);
        var months = rules.number(MONTHS, today);
        var granted = earlier.map(this::grantedOn);
        var lines = new ArrayList<ConditionLine>();
        lines.add(new ConditionLine(Condition.OPEN, rules.number(OPEN, today) == 1, null));
        lines.add(new ConditionLine(Condition.GRANTED_BEFORE, earlier.isPresent(), null));
        lines.add(new ConditionLine(
                Condition.RECENT,
                granted.filter(day -> !day.isBefore(today.minusMonths(months))).isPresent(),
                months));
        lines.add(new ConditionLine(
                Condition.SAME_KIND, earlier.filter(each -> sameKind(it, each)).isPresent(), null));
        lines.add(new ConditionLine(
                Condition.SAME_FIELDS,
                earlier.filter(each -> isWithin(it, each)).isPresent(),
                null));
        lines.add(new ConditionLine(Condition.GRADE, highest(it) <= grade, grade));
        lines.add(new ConditionLine(
                Condition.NO_FINDINGS,
                granted.filter(day -> conduct.stream()
                                .noneMatch(each -> each.findings(it.applicant().id(), day) > 0))
                        .isPresent(),
                null));
        return new FastLaneView(
                lines.stream().allMatch(ConditionLine::met),
                earlier.map(Application::id).orElse(null),
                earlier.map(Application::number).orElse(null),
                earlier.map(each -> each.scenario().title()).orElse(null),
                List.copyOf(lines));
    }

    private LocalDate grantedOn(Application it) {
        var last = it.items().stream()
                .map(Application.Item::decision)
                .filter(Objects::nonNull)
                .map(Application.Decision::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return LocalDate.ofInstant(last, clock.getZone());
    }

    private static boolean sameKind(Application it, Application earlier) {
        return it.scenario().kind() != null
                && it.scenario().kind() == earlier.scenario().kind()
                && (earlier.scenario().call() == null
                        || it.scenario().call() == earlier.scenario().call());
    }

    /// The fields that were granted, by resource.
    private static Map<UUID, Set<String>> granted(Application it) {
        var fields = new HashMap<UUID, Set<String>>();
        for (var item : it.items()) {
            var decision = item.decision();
            if (decision != null && decision.consent()) {
                var kept = new HashSet<>(item.columns());
                kept.removeAll(decision.dropColumns());
                fields.put(item.resource(), kept);
            }
        }
        return fields;
    }

    private static boolean isWithin(Application it, Application earlier) {
        var fields = granted(earlier);
        return !it.items().isEmpty()
                && it.items().stream()
                        .allMatch(item -> !item.columns().isEmpty()
                                && fields.getOrDefault(item.resource(), Set.of())
                                        .containsAll(item.columns()));
    }

    private int highest(Application it) {
        return it.items().stream()
                .flatMap(item -> catalogue.known(item.resource()).stream()
                        .flatMap(known -> known.columns().stream())
                        .filter(column -> item.columns().contains(column.name())))
                .mapToInt(column -> column.grade())
                .max()
                .orElse(0);
    }

    /// Checks that an application which goes by the fast lane still may.
    ///
    /// @throws Refusal.NotOpen with the conditions that are not met
    void check(Application it) {
        if (!it.fast()) {
            return;
        }
        var view = view(it);
        if (!view.met()) {
            var missing = view.conditions().stream()
                    .filter(line -> !line.met())
                    .map(line -> line.condition().name())
                    .collect(Collectors.joining(", "));
            throw new Refusal.NotOpen("fast-lane-conditions", "18", List.of(), Map.of("missing", missing));
        }
    }
}
