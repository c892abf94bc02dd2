package org.mingqu.platform.workspace;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingqu.platform.rules.Refusal;

/// The refusals of this room, by their problem codes.
final class Refusals {

    private Refusals() {}

    static Refusal noSuchWorkspace() {
        return new Refusal.NotFound("workspace");
    }

    static Refusal noSuchRun() {
        return new Refusal.NotFound("run");
    }

    static Refusal noSuchOwnTable() {
        return new Refusal.NotFound("own-table");
    }

    static Refusal noSuchLeak() {
        return new Refusal.NotFound("leak");
    }

    static Refusal noSuchRelease() {
        return new Refusal.NotFound("release");
    }

    static Refusal notYours(String code, String article) {
        return new Refusal.NotYours(code, article);
    }

    static Refusal invalid(Map<String, String> fields) {
        return new Refusal.Invalid(fields);
    }

    static Refusal notOpen(String code, String article, List<String> open) {
        return new Refusal.NotOpen(code, article, open);
    }

    static Refusal suspended(Workspace it) {
        return new Refusal.NotOpen("workspace-suspended", article(it), List.of(), reason(it));
    }

    static Refusal terminated(Workspace it) {
        return new Refusal.NotOpen("workspace-terminated", article(it), List.of(), reason(it));
    }

    static Refusal expired(Workspace it) {
        return new Refusal.NotOpen(
                "workspace-expired", "19", List.of(), Map.of("until", it.until().toString()));
    }

    private static String article(Workspace it) {
        return Objects.requireNonNullElse(it.article(), "38");
    }

    private static Map<String, String> reason(Workspace it) {
        return Map.of("article", article(it), "reason", Objects.requireNonNullElse(it.reason(), ""));
    }
}
