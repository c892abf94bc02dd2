package org.mingqu.tour;

import static org.mingqu.tour.Person.form;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Steps of cases that go by a table: all of them take the version that was seen, the step and an opinion.
record Moves(Stage stage) {

    /// Takes a step.
    ///
    /// @param path of the object, such as `/api/mandates/ID`
    /// @param opinion a key of [Words]; empty for none
    /// @return what the step answers
    JsonNode take(Person by, String path, String step, String opinion, ObjectNode more) {
        return by.post(path + "/moves", step(by.get(path), step, opinion, more));
    }

    JsonNode take(Person by, String path, String step, String opinion) {
        return take(by, path, step, opinion, form());
    }

    /// Tries a step that must be refused.
    ///
    /// @return the problem
    JsonNode refused(Person by, Person seenBy, String path, String step, int status, String code) {
        return by.refused("POST", path + "/moves", step(seenBy.get(path), step, "opinion.any", form()), status, code);
    }

    private ObjectNode step(JsonNode now, String step, String opinion, ObjectNode more) {
        return more.put("version", now.required("version").asInt())
                .put("step", step)
                .put("opinion", opinion.isEmpty() ? "" : stage.words().of(opinion));
    }
}
