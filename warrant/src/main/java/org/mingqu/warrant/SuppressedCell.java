package org.mingqu.warrant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A group that was left out of an exact result, for those who decide on it and those who asked; never a number of it.
///
/// @param keys the group's keys; empty where so few are in it that the keys alone would be about them
/// @param reason `too-few`, `homogeneous`, `dominated`, `difference`, `union`, `complement`, `combination`,
///     `beyond-bound` or `other`
/// @param message why, by language: `zh` and `en`
/// @param remedies what would let its numbers out, the mildest first, each by language
public record SuppressedCell(
        List<@Nullable String> keys, String reason, Map<String, String> message, List<Map<String, String>> remedies) {

    public SuppressedCell {
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
        message = Map.copyOf(message);
        remedies = List.copyOf(remedies);
    }
}
