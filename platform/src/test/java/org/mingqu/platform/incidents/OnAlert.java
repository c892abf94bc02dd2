package org.mingqu.platform.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;

/// What tests about incidents do.
abstract class OnAlert extends OnTheStreet {

    /// The partner whose scenario has no personal data.
    Guest partnerOfParking() {
        return as("tangyibo");
    }

    static String organisation(Guest person) {
        return person.get("/api/session")
                .body()
                .required("user")
                .required("organisation")
                .required("id")
                .asString();
    }

    static String opening(String kind, boolean drill, @Nullable String stop) {
        return opening(kind, drill, stop, Instant.now(), "{\"people\": 0, \"loss\": 0}");
    }

    static String opening(String kind, boolean drill, @Nullable String stop, Instant aware, String harm) {
        return """
                {"kind": "%s", "drill": %s, "title": "found", "text": "what was found", "awareAt": "%s", "harm": %s, "stop": %s}
                """.formatted(kind, drill, aware, harm, stop == null ? "null" : "\"" + stop + "\"");
    }

    static Guest.Reply move(Guest person, String id, String step) {
        var seen = person.get("/api/incidents/" + id);
        assertThat(seen.status()).as("%s", seen).isEqualTo(200);
        return person.post(
                "/api/incidents/%s/moves".formatted(id),
                "{\"version\": %d, \"step\": \"%s\", \"opinion\": \"so it is\"}"
                        .formatted(seen.body().required("version").asInt(), step));
    }
}
