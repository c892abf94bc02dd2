package org.mingqu.platform.procedures;

import java.util.List;
import java.util.Optional;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;

/// A procedure of the Measures as a table. What is not listed is refused.
///
/// @param kind stable name of the procedure
/// @param stages in the order in which a case usually passes them
/// @param lapses what time alone does
public record Procedure<S extends Enum<S>, T extends Enum<T>>(
        String kind, List<S> stages, List<Move<S, T>> moves, List<Lapse<S, T>> lapses) {

    /// A procedure in which time does nothing by itself.
    public Procedure(String kind, List<S> stages, List<Move<S, T>> moves) {
        this(kind, stages, moves, List.of());
    }

    public Procedure {
        stages = List.copyOf(stages);
        moves = List.copyOf(moves);
        lapses = List.copyOf(lapses);
        for (var move : moves) {
            var same = moves.stream()
                    .filter(it -> it.from() == move.from() && it.step() == move.step() && it.by() == move.by())
                    .count();
            if (same > 1) {
                throw new IllegalArgumentException(
                        "%s lists %s by %s from %s twice".formatted(kind, move.step(), move.by(), move.from()));
            }
        }
    }

    /// The move for a step.
    ///
    /// @throws Refusal.NotYours if the step is another role's
    /// @throws Refusal.NotOpen if the table does not list it, naming what it does list
    public Move<S, T> require(S from, T step, Role by) {
        for (var move : moves) {
            if (move.from() == from && move.step() == step && move.by() == by) {
                return move;
            }
        }
        var article = moves.stream()
                .filter(it -> it.step() == step)
                .map(Move::article)
                .findFirst()
                .orElse("");
        if (moves.stream().anyMatch(it -> it.from() == from && it.step() == step)) {
            throw new Refusal.NotYours("step-not-yours", article);
        }
        throw new Refusal.NotOpen(
                "step-not-open",
                article,
                openTo(by, from).stream().map(it -> it.step().name()).toList());
    }

    /// The moves open to a role at a stage.
    public List<Move<S, T>> openTo(Role by, S at) {
        return moves.stream().filter(it -> it.from() == at && it.by() == by).toList();
    }

    /// What time does to a case at a stage; empty if nothing.
    public Optional<Lapse<S, T>> lapse(S at) {
        return lapses.stream().filter(it -> it.from() == at).findFirst();
    }

    /// Whether nothing leads on from a stage.
    public boolean ends(Enum<?> at) {
        return moves.stream().noneMatch(it -> it.from() == at);
    }

    /// Whether a stage lies on the usual way: no detour from which a case comes back, and of the ends only the one
    /// that is listed first.
    public boolean isAhead(Enum<?> stage) {
        return ends(stage) ? stages.stream().filter(this::ends).findFirst().orElseThrow() == stage : !leadsBack(stage);
    }

    /// The move that is listed first is the usual one.
    private boolean leadsBack(Enum<?> at) {
        return moves.stream()
                .filter(it -> it.from() == at && it.to() != at)
                .findFirst()
                .filter(it -> stages.indexOf(it.to()) < stages.indexOf(it.from()))
                .isPresent();
    }
}
