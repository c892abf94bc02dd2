package org.mingqu.platform.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Party;

/// An organisation's application to become operator (art. 10).
///
/// @param answers what it says to each requirement
/// @param defects what the authority found missing, in its one return; empty before
/// @param returned whether it was returned already
/// @param filing the entry of the first filing in the evidence; it takes part in the draw
/// @param proposed whether the authority proposed it to the district government
record Candidacy(
        UUID id,
        UUID call,
        UUID caseId,
        int version,
        String number,
        Party organisation,
        CandidacyStage stage,
        Map<Requirement, Answer> answers,
        Map<Requirement, String> defects,
        boolean returned,
        @Nullable Instant filedAt,
        @Nullable UUID filing,
        boolean proposed) {

    /// How a requirement is met.
    ///
    /// @param validUntil last day of the certificate that shows it; null where none expires
    /// @param documents of the case that show it
    record Answer(String text, @Nullable LocalDate validUntil, List<UUID> documents) {

        Answer {
            documents = List.copyOf(documents);
        }

        boolean isExpiredOn(LocalDate day) {
            return validUntil != null && validUntil.isBefore(day);
        }
    }

    Candidacy {
        answers = Map.copyOf(answers);
        defects = Map.copyOf(defects);
    }

    /// What cannot be filed as it is: each requirement without an answer, or with a certificate that will have expired.
    Map<String, String> gaps(LocalDate needed) {
        var gaps = new LinkedHashMap<String, String>();
        for (var requirement : Requirement.values()) {
            var answer = answers.get(requirement);
            if (answer == null || answer.text().isBlank()) {
                gaps.put("answers." + requirement.name(), "field-empty");
            } else if (answer.isExpiredOn(needed)) {
                gaps.put("answers." + requirement.name(), "certificate-expired");
            }
        }
        return gaps;
    }

    Candidacy in(CandidacyStage next) {
        return new Candidacy(
                id,
                call,
                caseId,
                version + 1,
                number,
                organisation,
                next,
                answers,
                defects,
                returned,
                filedAt,
                filing,
                proposed);
    }

    Candidacy saying(Map<Requirement, Answer> said) {
        return new Candidacy(
                id,
                call,
                caseId,
                version + 1,
                number,
                organisation,
                stage,
                said,
                defects,
                returned,
                filedAt,
                filing,
                proposed);
    }

    Candidacy filed(Instant at, UUID entry) {
        return new Candidacy(
                id,
                call,
                caseId,
                version,
                number,
                organisation,
                stage,
                answers,
                Map.of(),
                returned,
                filedAt == null ? at : filedAt,
                filing == null ? entry : filing,
                proposed);
    }

    Candidacy returnedFor(Map<Requirement, String> found) {
        return new Candidacy(
                id,
                call,
                caseId,
                version,
                number,
                organisation,
                stage,
                answers,
                new EnumMap<>(found),
                true,
                filedAt,
                filing,
                proposed);
    }

    Candidacy proposed(boolean isProposed) {
        return new Candidacy(
                id,
                call,
                caseId,
                version,
                number,
                organisation,
                stage,
                answers,
                defects,
                returned,
                filedAt,
                filing,
                isProposed);
    }
}
