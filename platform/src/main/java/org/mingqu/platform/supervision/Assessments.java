package org.mingqu.platform.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The annual assessments of an operator (art. 34), for those who decide on its renewal.
@Service
@Transactional(readOnly = true)
public class Assessments {

    private static final String CODE = "operator-assessment";

    private final DutyStore store;

    Assessments(DutyStore store) {
        this.store = store;
    }

    /// An assessment that was recorded.
    ///
    /// @param year that it is about
    /// @param grade as the authority wrote it
    public record OperatorAssessment(
            UUID duty,
            int year,
            String grade,
            String summary,
            @Nullable LocalDate recordedOn) {}

    /// Those of an operator, the latest first.
    public List<OperatorAssessment> of(UUID operator) {
        return store.all().stream()
                .filter(it -> it.code().equals(CODE)
                        && it.stage().isDone()
                        && it.about() != null
                        && it.about().id().equals(operator))
                .map(it -> new OperatorAssessment(
                        it.id(),
                        it.period().from().getYear(),
                        it.form().getOrDefault("grade", ""),
                        it.form().getOrDefault("summary", ""),
                        it.closedOn()))
                .toList();
    }
}
