package org.mingqu.platform.outside;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes requests to the city's authority and hands back what it answers (art. 5).
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CityDesk {

    /// What the city's word about a request is called on the wire.
    static final String WORD = "ANSWER";

    private final Outbox outbox;
    private final ObjectProvider<CityAnswers> listeners;

    CityDesk(Outbox outbox, ObjectProvider<CityAnswers> listeners) {
        this.outbox = outbox;
        this.listeners = listeners;
    }

    /// A request to the city.
    ///
    /// @param reference by which the answer is known again, unique among all requests
    /// @param kind stable code of what is asked for
    public record CityRequest(String reference, String kind, String text, Map<String, String> fields) {

        public CityRequest {
            fields = Map.copyOf(fields);
        }
    }

    /// Sends a request, in the caller's transaction. The same reference again is sent as another message, which the
    /// city takes as the same request.
    public void ask(CityRequest it) {
        var body = new LinkedHashMap<String, Object>();
        body.put("reference", it.reference());
        body.put("kind", it.kind());
        body.put("text", it.text());
        body.put("fields", it.fields());
        outbox.send(Counterpart.CITY, "REQUEST", subject(it.reference()), "5", body);
    }

    /// References are texts of the asking room; what is about the same one is delivered in order.
    public static UUID subject(String reference) {
        return UUID.nameUUIDFromBytes(("city:" + reference).getBytes(StandardCharsets.UTF_8));
    }

    @EventListener
    void on(Heard it) {
        if (it.from() != Counterpart.CITY || !it.kind().equals(WORD)) {
            return;
        }
        var body = it.body();
        var plain = body.path("granted").asBoolean(false) ? "GRANTED" : "REFUSED";
        var answer = new CityAnswers.CityAnswer(
                body.path("reference").asString(""),
                it.id(),
                body.path("kind").asString(plain),
                body.path("text").asString(""));
        listeners.stream().forEach(listener -> listener.answered(answer));
    }
}
