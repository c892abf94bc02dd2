package org.mingqu.guard;

import java.util.Map;

/// Group keys that anybody may see.
final class Keys {

    private final Places places;

    Keys(Places places) {
        this.places = places;
    }

    /// @throws Refusal if the key tells who somebody is, or lacks the right
    void check(Label label) {
        var identifying = label.identifying();
        if (!identifying.isEmpty()) {
            throw places.refuse(
                    Rule.COLUMN_IDENTIFIER,
                    identifying,
                    Places.Clause.GROUP,
                    Map.of("column", String.join("、", identifying)));
        }
        if (!label.may(Right.GROUP)) {
            throw lacking(label);
        }
    }

    Refusal lacking(Label label) {
        var lacking = label.lacking(Right.GROUP);
        return places.refuse(
                Rule.COLUMN_NO_RIGHT,
                lacking,
                Places.Clause.GROUP,
                Map.of("column", String.join("、", lacking), "right", Right.GROUP.name()));
    }
}
