package org.mingqu.platform.procedures;

import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Role;

/// One line of a procedure: who may bring a case from where to where, by which article.
///
/// @param next the name of the term within which the next party is to act; null for none
public record Move<S extends Enum<S>, T extends Enum<T>>(
        S from,
        T step,
        S to,
        Role by,
        String article,
        boolean needsOpinion,
        @Nullable String next) {

    /// A line without an opinion and without a term for what follows.
    public static <S extends Enum<S>, T extends Enum<T>> Move<S, T> move(
            S from, T step, S to, Role by, String article) {
        return new Move<>(from, step, to, by, article, false, null);
    }

    public Move<S, T> withOpinion() {
        return new Move<>(from, step, to, by, article, true, next);
    }

    /// The next party is to act within the term of that name in the register of rules.
    public Move<S, T> within(String term) {
        return new Move<>(from, step, to, by, article, needsOpinion, term);
    }

    /// The same line by the article that one case of many kinds goes by.
    public Move<S, T> under(String other) {
        return new Move<>(from, step, to, by, other, needsOpinion, next);
    }
}
