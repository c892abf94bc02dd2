package org.mingqu.tour;

import static org.mingqu.tour.Person.text;

import java.util.Set;
import org.mingqu.district.Detector;
import org.mingqu.district.Resource;
import tools.jackson.databind.JsonNode;

/// What the enclave proposes of the columns of a load, beside what the department knows.
final class Detected {

    private static final Set<Detector> SEEN_IN_VALUES =
            Set.of(Detector.ID_NUMBER, Detector.CREDIT_CODE, Detector.MOBILE);
    private static final double MOST_VALUES = 0.9;
    private static final int HIGH = 3;

    private final Diary diary;
    private final JsonNode staged;

    Detected(Diary diary, JsonNode staged) {
        this.diary = diary;
        this.staged = staged;
    }

    void check(Resource resource) {
        for (var column : resource.columns()) {
            var found = find(column.name());
            if (column.detector() != Detector.NONE && column.detector() != Detector.COMPANY_NAME) {
                Expect.same(
                        "expect.detector",
                        column.name() + " " + column.detector(),
                        column.name() + " " + text(found, "detector"));
            }
            if (SEEN_IN_VALUES.contains(column.detector())) {
                checkEvidence(column.name(), found);
            }
            if (column.detector() == Detector.ID_NUMBER) {
                checkProposal(column.name(), found);
            }
        }
    }

    private static void checkEvidence(String column, JsonNode found) {
        var evidence = found.required("evidence");
        var share = evidence.path("matching").asDouble()
                / Math.max(1, evidence.path("checked").asDouble());
        Expect.that("expect.matching", share > MOST_VALUES, column + " > 90 %", evidence);
    }

    private void checkProposal(String column, JsonNode found) {
        Expect.same("expect.class", "IDENTIFIER", text(found, "proposedClass"));
        var grade = found.path("proposedGrade").asInt();
        Expect.that("expect.grade", grade >= HIGH, column + " ≥ " + HIGH, grade);
        var evidence = found.required("evidence");
        diary.held(
                "held.detected",
                column,
                text(found, "proposedClass"),
                grade,
                evidence.path("matching").asLong(),
                evidence.path("checked").asLong());
    }

    private JsonNode find(String name) {
        for (var column : staged.required("columns")) {
            if (text(column, "name").equals(name)) {
                return column;
            }
        }
        throw new Broken("expect.column", name, staged.required("columns").size());
    }
}
