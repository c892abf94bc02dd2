package org.mingqu.platform.messages;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.mail.MailException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/messages/ways`: by which ways messages go out, to the person and to the organisation's own system.
@RestController
@RequestMapping("/api/messages/ways")
class WaysController {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final int CODES = 1_000_000;
    private static final int MOST_MISTAKES = 5;
    private static final int MOST_SUBSCRIPTIONS = 5;
    private static final int LONGEST_URL = 500;

    private final AddressStore addresses;
    private final Subscriptions subscriptions;
    private final DeliveryStore deliveries;
    private final Mail mail;
    private final Caller caller;
    private final Evidence evidence;
    private final SecureRandom random = new SecureRandom();

    WaysController(
            AddressStore addresses,
            Subscriptions subscriptions,
            DeliveryStore deliveries,
            Mail mail,
            Caller caller,
            Evidence evidence) {
        this.addresses = addresses;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.mail = mail;
        this.caller = caller;
        this.evidence = evidence;
    }

    @GetMapping
    WaysView get(Actor actor) {
        var mine = addresses.of(actor);
        return new WaysView(
                mail.isOffered(),
                mine.map(AddressStore.Address::address).orElse(null),
                mine.map(AddressStore.Address::confirmed).orElse(false),
                maySubscribe(actor),
                subscriptions.of(actor.organisation()).stream()
                        .map(it -> new SubscriptionView(
                                it.id(), it.url(), it.by(), it.at(), deliveries.attempts(it.id())))
                        .toList());
    }

    /// Takes a mail address for the post in which the person acts, and mails it a code.
    @PutMapping("/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void address(@RequestBody AddressRequest request, Actor actor) {
        if (!mail.isOffered()) {
            throw new Refusal.NotOpen("no-mail-server", "", List.of());
        }
        var address = request.address() == null ? "" : request.address().strip();
        if (!ADDRESS.matcher(address).matches()) {
            throw new Refusal.Invalid(Map.of("address", "mail-address"));
        }
        var code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        addresses.put(actor, address, code);
        try {
            mail.sendCode(address, code);
        } catch (MailException _) {
            throw new Refusal.NotOpen("mail-not-sent", "", List.of());
        }
    }

    /// The code that came by mail: from here on messages go there.
    @PostMapping("/address/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional(noRollbackFor = Refusal.class)
    public void confirm(@RequestBody AddressConfirmation request, Actor actor) {
        var mine = addresses.of(actor).orElseThrow(() -> new Refusal.NotFound("address"));
        if (mine.failures() >= MOST_MISTAKES) {
            throw new Refusal.NotOpen("mail-code-used-up", "", List.of());
        }
        if (mine.code() == null || !mine.code().equals(request.code())) {
            addresses.mistaken(mine.id());
            throw new Refusal.Invalid(Map.of("code", "mail-code"));
        }
        addresses.confirmed(mine.id());
        evidence.enterForAudit(actor, "", "message-address-confirmed", Map.of());
    }

    @DeleteMapping("/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void forget(Actor actor) {
        addresses.remove(actor);
    }

    /// Subscribes the organisation's own system; the secret of its signatures is told this once.
    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public NewSubscription subscribe(@RequestBody SubscriptionRequest request, Actor actor) {
        if (!maySubscribe(actor)) {
            throw new Refusal.NotYours("not-yours", "");
        }
        var url = request.url() == null ? "" : request.url().strip();
        if (url.length() > LONGEST_URL) {
            throw new Refusal.Invalid(Map.of("url", "call-address"));
        }
        caller.fault(url).ifPresent(it -> {
            throw new Refusal.Invalid(Map.of("url", it));
        });
        if (subscriptions.of(actor.organisation()).size() >= MOST_SUBSCRIPTIONS) {
            throw new Refusal.NotOpen("calls-enough", "", List.of());
        }
        var id = UUID.randomUUID();
        var secret = subscriptions.add(id, actor, url);
        evidence.enter(actor, "", "message-subscribed", null, Map.of("subscription", id, "url", url));
        return new NewSubscription(id, secret);
    }

    @DeleteMapping("/subscriptions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void unsubscribe(@PathVariable UUID id, Actor actor) {
        var mine = subscriptions
                .find(id)
                .filter(it -> it.organisation().equals(actor.organisation()) && maySubscribe(actor))
                .orElseThrow(() -> new Refusal.NotFound("subscription"));
        subscriptions.end(mine.id());
        evidence.enter(actor, "", "message-unsubscribed", null, Map.of("subscription", mine.id()));
    }

    private static boolean maySubscribe(Actor actor) {
        return actor.is(Role.AUTHORITY, Role.SOURCE, Role.OPERATOR, Role.PARTNER);
    }

    /// The ways of a person.
    ///
    /// @param mailOffered whether this installation has a mail server
    /// @param address null where none was given
    record WaysView(
            boolean mailOffered,
            @Nullable String address,
            boolean confirmed,
            boolean maySubscribe,
            List<SubscriptionView> subscriptions) {}

    record SubscriptionView(UUID id, String url, String by, Instant at, List<DeliveryStore.Attempt> attempts) {}

    record AddressRequest(@Nullable String address) {}

    record AddressConfirmation(@Nullable String code) {}

    record SubscriptionRequest(@Nullable String url) {}

    record NewSubscription(UUID id, String secret) {}
}
