package org.mingqu.platform.procedures;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;

/// The steps of a procedure that need nothing but an opinion, and how its room takes them.
public final class TakenSteps<T extends Enum<T>> implements CaseTaking {

    private final Procedure<?, T> rules;
    private final Map<String, T> taken;
    private final Map<String, TakenAlone> alone;
    private final Act<T> act;

    private TakenSteps(Procedure<?, T> rules, Map<String, T> taken, Map<String, TakenAlone> alone, Act<T> act) {
        this.rules = rules;
        this.taken = taken;
        this.alone = alone;
        this.act = act;
    }

    /// How a room takes a step.
    @FunctionalInterface
    public interface Act<T> {

        void take(UUID subject, T step, String opinion, Actor actor);
    }

    /// What a room offers of a procedure.
    ///
    /// @param taken the steps that need nothing but an opinion
    /// @param alone the others, and why
    /// @throws IllegalArgumentException if the two together are not the steps of the procedure, each once
    public static <T extends Enum<T>> CaseTaking of(
            Procedure<?, T> rules, Set<T> taken, Map<T, TakenAlone> alone, Act<T> act) {
        var said = new TreeMap<String, T>();
        taken.forEach(it -> said.put(it.name(), it));
        var others = new TreeMap<String, TakenAlone>();
        alone.forEach((step, why) -> others.put(step.name(), why));
        for (var move : rules.moves()) {
            var step = move.step().name();
            if (said.containsKey(step) == others.containsKey(step)) {
                throw new IllegalArgumentException(
                        "%s says of %s not once whether it is taken".formatted(rules.kind(), step));
            }
        }
        return new TakenSteps<>(rules, said, others, act);
    }

    /// A procedure of which every step is taken on the page of the matter.
    public static <T extends Enum<T>> CaseTaking none(Procedure<?, T> rules, Map<T, TakenAlone> alone) {
        return of(rules, Set.of(), alone, (_, step, _, _) -> {
            throw new IllegalStateException("%s is not taken".formatted(step));
        });
    }

    @Override
    public String kind() {
        return rules.kind();
    }

    @Override
    public Set<String> steps() {
        return taken.keySet();
    }

    @Override
    public Map<String, TakenAlone> alone() {
        return alone;
    }

    @Override
    public void take(UUID subject, String step, String opinion, Actor actor) {
        act.take(subject, Objects.requireNonNull(taken.get(step), step), opinion, actor);
    }
}
