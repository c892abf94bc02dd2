package org.mingqu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.OnTheStreet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The interface that the pages are built against is a file in the repository: a change to it shows in the diff, and
/// `mvn -pl platform test -Dtest=OpenApiTest -Dopenapi.write=true` takes it over.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest extends OnTheStreet {

    private static final Path PUBLISHED = Path.of("../web/api/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void the_interface_is_the_one_that_the_pages_are_built_against() throws IOException {
        var body = as("shuju").get("/v3/api-docs").body();
        ((ObjectNode) body).remove("servers"); // they name this run's port
        var now = JSON.writeValueAsString(JSON.treeToValue(body, Object.class)) + "\n";

        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, now);
        }
        assertThat(now).isEqualTo(Files.readString(PUBLISHED));
    }
}
