package org.mingqu.platform.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

@DisplayName("Article 9: the authority publishes the notice with its conditions and its window; anybody reads it")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article9Test extends SelectionStreet {

    @Test
    void a_notice_is_read_by_nobody_else_before_it_is_published_and_by_anybody_after() {
        var begun = ok(as("shuju").post("/api/selections", notice(today(), today().plusDays(9), 3)), 201);
        var id = begun.required("notice").required("id").asString();

        assertThat(nobody().get("/api/notices/" + id).status()).isEqualTo(404);
        assertThat(as("yunying").get("/api/selections/%s/file".formatted(id)).status())
                .isEqualTo(404);
        ok(moveCall("shuju", id, "PUBLISH", ""), 200);
        var shown = ok(nobody().get("/api/notices/" + id), 200);

        assertThat(shown.required("requirements")).hasSize(9);
        assertThat(shown.required("open").asBoolean()).isTrue();
        assertThat(shown.required("commitment").asString()).hasSize(64);
        assertThat(shown.required("draw").isNull()).isTrue();
    }

    @Test
    void a_published_notice_does_not_change() {
        var id = published(3);

        var reply = as("shuju").put("/api/selections/" + id, notice(today(), today().plusDays(9), 3));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("selection-published");
    }

    @Test
    void a_window_that_ends_before_it_begins_or_is_over_is_named() {
        var reversed = as("shuju").post("/api/selections", notice(today().plusDays(3), today().plusDays(2), 3));
        var over = as("shuju").post("/api/selections", notice(today().minusDays(3), today().minusDays(2), 99));

        assertThat(reversed.status()).isEqualTo(422);
        assertThat(reversed.body().required("fields").propertyNames()).containsExactly("closesOn");
        assertThat(over.body().required("fields").propertyNames()).containsExactlyInAnyOrder("closesOn", "experts");
    }

    @Test
    void the_feed_is_atom_by_its_grammar_and_has_every_notice() throws IOException, SAXException {
        var id = published(3);

        var feed = nobody().fetch("http://localhost:%d/api/notices/feed".formatted(port));

        assertThat(feed).contains("urn:uuid:" + id);
        var faults = new ArrayList<String>();
        var grammar = new ValidationDriver(properties(faults), CompactSchemaReader.getInstance());
        grammar.loadSchema(new InputSource(
                new ClassPathResource("standards/atom.rnc").getURL().toString()));
        assertThat(grammar.validate(new InputSource(new StringReader(feed))))
                .as("%s", faults)
                .isTrue();
    }

    private static PropertyMap properties(List<String> faults) {
        var properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new DefaultHandler() {
            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.getMessage());
            }
        });
        return properties.toPropertyMap();
    }
}
