package org.mingqu.platform.rights;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.HeldData;
import org.mingqu.platform.catalogue.HeldData.Held;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rights.RequestsController.NewRequest;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Requests as they come in: about data in which the person has rows of their own, or about a department.
@Service
class RequestMaking {

    private static final int LONGEST_TEXT = 1_000;
    private static final Set<String> WISHES = Set.of("CORRECT", "DELETE");

    private final RequestStore store;
    private final RequestCases cases;
    private final Identities identities;
    private final SubjectData data;
    private final HeldData held;
    private final Parties parties;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestMaking(
            RequestStore store,
            RequestCases cases,
            Identities identities,
            SubjectData data,
            HeldData held,
            Parties parties,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.identities = identities;
        this.data = data;
        this.held = held;
        this.parties = parties;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    RightsRequest make(NewRequest form, Actor actor) {
        var identity = identities.of(actor);
        check(form);
        if (form.kind() == RequestKind.COMPLAINT) {
            return requireNonNull(
                    transaction.execute(_ -> opened(form, identity, department(form.department()), null, actor)));
        }
        var resource = own(form, identity, actor);
        var department = new Party(resource.department(), resource.departmentName(), Role.SOURCE.name());
        return requireNonNull(transaction.execute(_ -> opened(form, identity, department, resource, actor)));
    }

    /// The resource, if the person has rows there; else nobody is told whether it exists.
    private Held own(NewRequest form, Identity identity, Actor actor) {
        var id = form.resource();
        if (id == null) {
            throw new Refusal.Invalid(Map.of("resource", "field-empty"));
        }
        if (!data.holds(identity, id, actor)) {
            throw new Refusal.NotFound("resource");
        }
        if (store.isOpen(identity.subject(), form.kind(), id)) {
            throw new Refusal.NotOpen("request-open-already", "37", List.of());
        }
        return held.find(id).orElseThrow(() -> new Refusal.NotFound("resource"));
    }

    private Party department(@Nullable UUID id) {
        return parties.withRole(Role.SOURCE).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(it -> new Party(it.id(), it.name(), Role.SOURCE.name()))
                .orElseThrow(() -> new Refusal.Invalid(Map.of("department", "department-unknown")));
    }

    private RightsRequest opened(
            NewRequest form, Identity identity, Party department, @Nullable Held resource, Actor actor) {
        var id = UUID.randomUUID();
        var title = resource == null ? "" : resource.title();
        var file = cases.open(form.kind(), id, resource == null ? department.name() : title, department, actor);
        var request = new RightsRequest(
                id,
                file.id(),
                1,
                file.number(),
                form.kind(),
                RequestStage.SUBMITTED,
                actor.organisation(),
                actor.organisationName(),
                identity.subject(),
                department.id(),
                department.name(),
                resource == null ? null : resource.id(),
                title,
                form.kind() == RequestKind.OBJECTION ? form.wish() : null,
                form.fields() == null ? List.of() : form.fields(),
                reason(form),
                resource == null ? 0 : resource.version(),
                null,
                null,
                null,
                clock.instant());
        store.add(request);
        var facts = new HashMap<>(Requests.facts(request));
        facts.put("reason", request.reason());
        evidence.enter(actor, "37", "rights-request-made", request.caseId(), facts);
        return request;
    }

    private static String reason(NewRequest form) {
        return Objects.requireNonNullElse(form.reason(), "").strip();
    }

    private static void check(NewRequest form) {
        var wrong = new HashMap<String, String>();
        var reason = reason(form);
        if (reason.isEmpty() && form.kind() != RequestKind.COPY) {
            wrong.put("reason", "field-empty");
        }
        if (reason.length() > LONGEST_TEXT) {
            wrong.put("reason", "field-too-long");
        }
        if (form.kind() == RequestKind.OBJECTION && !WISHES.contains(String.valueOf(form.wish()))) {
            wrong.put("wish", "field-empty");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
