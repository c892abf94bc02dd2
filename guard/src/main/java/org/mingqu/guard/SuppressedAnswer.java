package org.mingqu.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left of an exact answer once the groups of too few subjects are out.
///
/// @param columns the visible columns in order
/// @param rows the groups that stay, with values as the engine gave them
/// @param subjects the number of distinct subjects behind each row that stays; empty when no table of the
///     question has subjects. It stays inside: it is for comparing releases, not for the partner
/// @param suppressed how many groups were left out
public record SuppressedAnswer(
        List<Output> columns, List<List<@Nullable Object>> rows, List<Long> subjects, int suppressed) {}
