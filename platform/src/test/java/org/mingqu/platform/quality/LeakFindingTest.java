package org.mingqu.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.products.OnTheMarket;
import org.mingqu.platform.workspace.LeakTraced;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@DisplayName("Article 25: what a trace has found lies in the case of the leak it is about")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeakFindingTest extends OnTheMarket {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private JsonNode leak(String suspect) {
        return as("minzheng")
                .post(
                        "/api/leaks",
                        "{\"what\": \"found in a forum\", \"suspect\": \"%s\"}".formatted(organisation(suspect)))
                .body();
    }

    private JsonNode file(JsonNode leak) {
        return as(AUTHORITY)
                .get("/api/cases/" + leak.required("caseId").asString())
                .body();
    }

    @Test
    void the_finding_is_put_to_the_leak_that_suspects_the_recipient_and_to_no_other() {
        var about = leak(CUSTOMER);
        var other = leak(MAKER);
        var trace = UUID.randomUUID();
        var entry = UUID.fromString(as(AUTHORITY)
                .get("/api/evidence?case=" + about.required("caseId").asString())
                .body()
                .required("items")
                .get(0)
                .required("id")
                .asString());

        transaction.executeWithoutResult(_ ->
                events.publishEvent(new LeakTraced(trace, List.of(UUID.fromString(organisation(CUSTOMER))), entry)));

        assertThat(file(about).required("documents").findValuesAsString("name"))
                .containsExactly("trace-%s.json".formatted(trace));
        assertThat(file(about).required("acts").findValuesAsString("step")).contains("TRACE_FOUND");
        assertThat(file(other).required("documents")).isEmpty();
    }

    @Test
    void a_trace_that_names_nobody_changes_nothing() {
        var about = leak(CUSTOMER);

        transaction.executeWithoutResult(
                _ -> events.publishEvent(new LeakTraced(UUID.randomUUID(), List.of(), UUID.randomUUID())));

        assertThat(file(about).required("documents")).isEmpty();
    }
}
