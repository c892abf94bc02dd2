package org.mingqu.platform.outside;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.web.CallSignature;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/demonstration/counterparts`: the counterparts of the demonstration; absent without it.
@RestController
@RequestMapping("/api/demonstration/counterparts/{counterpart}")
@ConditionalOnBooleanProperty("mingqu.demo")
class CounterpartsController {

    private final DemonstrationCounterparts counterparts;

    CounterpartsController(DemonstrationCounterparts counterparts) {
        this.counterparts = counterparts;
    }

    /// Where the platform calls the counterpart.
    @PostMapping("/messages")
    ResponseEntity<byte[]> take(
            @PathVariable String counterpart,
            @RequestHeader(name = "Mingqu-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] content) {
        var said = counterparts.take(OutsideController.named(counterpart), signature, content);
        var reply = ResponseEntity.status(said.status()).contentType(MediaType.APPLICATION_JSON);
        if (said.signature() != null) {
            reply.header(CallSignature.HEADER, said.signature());
        }
        return reply.body(said.body().getBytes(StandardCharsets.UTF_8));
    }

    /// How it behaves, and how many messages it has taken.
    @GetMapping
    CounterpartMood mood(@PathVariable String counterpart, Actor actor) {
        actor.must(Role.SYSTEM_ADMIN);
        var it = OutsideController.named(counterpart);
        return new CounterpartMood(counterparts.mood(it), counterparts.taken(it));
    }

    /// Tells it how to behave.
    @PutMapping("/mood")
    CounterpartMood set(@PathVariable String counterpart, @RequestBody MoodRequest request, Actor actor) {
        actor.must(Role.SYSTEM_ADMIN);
        var it = OutsideController.named(counterpart);
        counterparts.set(it, request.mood());
        return new CounterpartMood(counterparts.mood(it), counterparts.taken(it));
    }

    /// Has it say something to the platform.
    @PostMapping("/words")
    OutsideController.WordTaken say(@PathVariable String counterpart, @RequestBody WordRequest request, Actor actor) {
        actor.must(Role.SYSTEM_ADMIN);
        return new OutsideController.WordTaken(counterparts.say(
                OutsideController.named(counterpart), request.kind(), request.subject(), request.body()));
    }

    /// @param taken how many messages, one that came again counted once
    record CounterpartMood(DemonstrationCounterparts.Mood mood, long taken) {}

    record MoodRequest(DemonstrationCounterparts.Mood mood) {}

    /// @param subject what it is about
    record WordRequest(String kind, UUID subject, Map<String, String> body) {}
}
