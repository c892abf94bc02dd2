package org.mingqu.platform.outside;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.outside.OutsideMessage.State;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/outside`: what waits for counterparts, for the system administrator; and where counterparts speak.
@RestController
@RequestMapping("/api/outside")
class OutsideController {

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 500;

    private final OutsideStore store;
    private final CounterpartAddresses addresses;
    private final Hearing hearing;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Clock clock;

    OutsideController(
            OutsideStore store,
            CounterpartAddresses addresses,
            Hearing hearing,
            Evidence evidence,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.hearing = hearing;
        this.evidence = evidence;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// All counterparts with what waits for them, and the latest messages: first what is not done.
    @GetMapping
    OutsideView all(Actor actor) {
        actor.must(Role.SYSTEM_ADMIN, Role.AUTHORITY, Role.AUDIT_ADMIN);
        var messages = store.latest(MOST);
        return new OutsideView(
                Stream.of(Counterpart.values())
                        .map(it -> CounterpartLine.of(it, addresses, messages))
                        .toList(),
                messages.stream().map(OutsideLine::of).toList(),
                actor.is(Role.SYSTEM_ADMIN));
    }

    /// Tries a message again now.
    @PostMapping("/messages/{id}/retry")
    @Transactional
    public OutsideLine retry(@PathVariable UUID id, Actor actor) {
        actor.must(Role.SYSTEM_ADMIN);
        var before = undone(id);
        store.retry(id, clock.instant());
        evidence.enter(actor, before.article(), "outside-retried", null, Map.of("message", id));
        outbox.hurry();
        return OutsideLine.of(store.hold(id).orElseThrow());
    }

    /// Gives a message up, with a reason: what waits behind it goes on.
    @PostMapping("/messages/{id}/surrender")
    @Transactional
    public OutsideLine giveUp(@PathVariable UUID id, @RequestBody SurrenderRequest request, Actor actor) {
        actor.must(Role.SYSTEM_ADMIN);
        var reason = Objects.requireNonNullElse(request.reason(), "").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Refusal.Invalid(Map.of("reason", reason.isEmpty() ? "field-empty" : "field-too-long"));
        }
        var before = undone(id);
        store.giveUp(id, reason);
        evidence.enter(actor, before.article(), "outside-given-up", null, Map.of("message", id, "reason", reason));
        outbox.hurry();
        return OutsideLine.of(store.hold(id).orElseThrow());
    }

    /// Where a counterpart says something of its own accord: `{id, kind, subject, body}`, signed like every call.
    @PostMapping("/{counterpart}/words")
    WordTaken hear(
            @PathVariable String counterpart,
            @RequestHeader(name = "Mingqu-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] content) {
        return new WordTaken(hearing.hear(named(counterpart), signature, content));
    }

    static Counterpart named(String code) {
        return Stream.of(Counterpart.values())
                .filter(it -> it.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("counterpart"));
    }

    private OutsideMessage undone(UUID id) {
        var it = store.hold(id).orElseThrow(() -> new Refusal.NotFound("message"));
        if (it.state() != State.WAITING && it.state() != State.STUCK) {
            throw new Refusal.NotOpen("outside-done", it.article(), List.of());
        }
        return it;
    }

    record SurrenderRequest(@Nullable String reason) {}

    /// @param taken false if it was taken before
    record WordTaken(boolean taken) {}

    /// @param may whether the reader may try again and give up
    record OutsideView(List<CounterpartLine> counterparts, List<OutsideLine> messages, boolean may) {}

    /// A counterpart.
    ///
    /// @param host where it is; null while it is not connected
    /// @param demonstration whether it is played in this process
    record CounterpartLine(
            Counterpart counterpart,
            @Nullable String host,
            boolean demonstration,
            long waiting,
            long stuck,
            @Nullable String fault,
            @Nullable Instant faultAt,
            @Nullable Instant answeredAt) {

        static CounterpartLine of(Counterpart it, CounterpartAddresses addresses, List<OutsideMessage> messages) {
            var own = messages.stream().filter(message -> message.to() == it).toList();
            var last = own.stream()
                    .filter(message -> message.faultAt() != null)
                    .max(java.util.Comparator.comparing(message -> Objects.requireNonNull(message.faultAt())));
            return new CounterpartLine(
                    it,
                    addresses.url(it).map(url -> URI.create(url).getAuthority()).orElse(null),
                    addresses.isDemonstration(it),
                    own.stream()
                            .filter(message -> message.state() == State.WAITING)
                            .count(),
                    own.stream()
                            .filter(message -> message.state() == State.STUCK)
                            .count(),
                    last.map(OutsideMessage::fault).orElse(null),
                    last.map(OutsideMessage::faultAt).orElse(null),
                    own.stream()
                            .map(OutsideMessage::answeredAt)
                            .filter(Objects::nonNull)
                            .max(java.util.Comparator.naturalOrder())
                            .orElse(null));
        }
    }

    /// A message on its way.
    record OutsideLine(
            UUID id,
            Counterpart to,
            String kind,
            UUID subject,
            State state,
            int tries,
            Instant createdAt,
            Instant nextTry,
            @Nullable String fault,
            @Nullable Instant answeredAt,
            @Nullable String answer,
            @Nullable String reason) {

        static OutsideLine of(OutsideMessage it) {
            return new OutsideLine(
                    it.id(),
                    it.to(),
                    it.kind(),
                    it.subject(),
                    it.state(),
                    it.tries(),
                    it.createdAt(),
                    it.nextTry(),
                    it.fault(),
                    it.answeredAt(),
                    it.answer(),
                    it.reason());
        }
    }
}
