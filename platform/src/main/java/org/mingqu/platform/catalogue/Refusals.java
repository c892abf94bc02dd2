package org.mingqu.platform.catalogue;

import java.util.List;
import java.util.Map;
import org.mingqu.platform.rules.Refusal;

/// The refusals of this room, by their problem codes.
final class Refusals {

    private Refusals() {}

    static Refusal noSuchResource() {
        return new Refusal.NotFound("resource");
    }

    static Refusal noSuchLoad() {
        return new Refusal.NotFound("load");
    }

    static Refusal invalid(Map<String, String> fields) {
        return new Refusal.Invalid(fields);
    }

    static Refusal changedMeanwhile() {
        return new Refusal.ChangedMeanwhile();
    }

    static Refusal notOpen(String code, String article, List<String> open) {
        return new Refusal.NotOpen(code, article, open);
    }
}
