package org.mingqu.platform.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Article 29: the authority establishes security standards, with their text, each year anew")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article29Test extends OnDuty {

    @Test
    void standards_are_not_established_without_their_text() {
        var year = today().getYear() + 1;
        register.look(LocalDate.of(year, 1, 1));
        var line = duty(AUTHORITY, "security-standard", LocalDate.of(year, 1, 1));

        var without = take(AUTHORITY, id(line), "RECORD", form("\"summary\": \"s\""));
        assertThat(without.problem()).isEqualTo("duty-document");
        as(AUTHORITY)
                .attach("/api/cases/%s/documents"
                        .formatted(line.required("caseId").asString()));
        accepted(take(AUTHORITY, id(line), "RECORD", form("\"summary\": \"s\"")), "RECORDED");
    }
}
