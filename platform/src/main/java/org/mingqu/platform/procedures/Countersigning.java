package org.mingqu.platform.procedures;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.procedures.CountersignStore.Countersignature;
import org.mingqu.platform.procedures.CountersignStore.State;
import org.mingqu.platform.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Countersigning (会签): who decides asks a colleague in the same post to sign first. Nothing is decided
/// before; with the signature the decision is taken in the name of who asked, if the case still stands as
/// it did.
@Service
@Transactional
class Countersigning {

    private static final int LONGEST = 2_000;

    private final CountersignStore store;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final Takings takings;
    private final Parties parties;
    private final Evidence evidence;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Countersigning(
            CountersignStore store,
            CaseAccess access,
            CaseFiles cases,
            Takings takings,
            Parties parties,
            Evidence evidence,
            ApplicationEventPublisher news,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.cases = cases;
        this.takings = takings;
        this.parties = parties;
        this.evidence = evidence;
        this.news = news;
        this.clock = clock;
    }

    /// The decision, and who is to sign it.
    record CountersignRequest(
            @Nullable String step,
            @Nullable String opinion,
            @Nullable UUID colleague) {}

    /// @param sign whether the colleague signs; if not, the answer says why
    record CountersignAnswer(boolean sign, @Nullable String answer) {}

    Countersignature ask(UUID caseId, CountersignRequest request, Actor actor) {
        var file = access.visible(caseId, actor);
        var step = Objects.requireNonNullElse(request.step(), "");
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        var open = takings.mustBeOpen(file, step, actor);
        check(request, open, opinion, actor);
        if (store.of(caseId, actor.organisation()).stream().anyMatch(it -> it.state() == State.ASKED)) {
            throw new Refusal.NotOpen("countersign-waits", open.article(), List.of());
        }
        var colleague = Objects.requireNonNull(request.colleague());
        var asked = new Countersignature(
                UUID.randomUUID(),
                caseId,
                file.version(),
                step,
                opinion,
                actor,
                colleague,
                parties.personName(colleague).orElse(""),
                clock.instant(),
                State.ASKED,
                "",
                null);
        store.add(asked);
        var entry = evidence.enter(actor, open.article(), "countersign-asked", caseId, facts(asked));
        cases.notice(caseId, "ASK_COUNTERSIGN", open.article(), entry, actor);
        news.publishEvent(new CaseNews(
                CaseNews.Kind.COUNTERSIGN,
                file,
                file.stage(),
                actor.organisation(),
                actor.role(),
                colleague,
                null,
                open.article()));
        return asked;
    }

    private void check(CountersignRequest request, OpenMove open, String opinion, Actor actor) {
        var wrong = new LinkedHashMap<String, String>();
        if (open.needsOpinion() && opinion.isEmpty()) {
            wrong.put("opinion", "opinion-empty");
        }
        if (opinion.length() > LONGEST) {
            wrong.put("opinion", "field-too-long");
        }
        var colleague = request.colleague();
        if (colleague == null
                || colleague.equals(actor.person())
                || !parties.acts(colleague, actor.organisation(), actor.role())) {
            wrong.put("colleague", "not-a-colleague");
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }

    /// Signs, and with that takes the decision; or does not, and says why.
    Countersignature answer(UUID id, CountersignAnswer request, Actor actor) {
        var asked = held(id, Countersignature::colleague, actor);
        var text = Objects.requireNonNullElse(request.answer(), "").strip();
        if (!request.sign() && text.isEmpty()) {
            throw new Refusal.Invalid(Map.of("answer", "opinion-empty"));
        }
        if (text.length() > LONGEST) {
            throw new Refusal.Invalid(Map.of("answer", "field-too-long"));
        }
        var file = cases.get(asked.caseId());
        var state = request.sign() ? State.SIGNED : State.DECLINED;
        store.answered(id, state, text, clock.instant());
        var entry = evidence.enter(
                actor, "", request.sign() ? "countersigned" : "countersign-declined", asked.caseId(), facts(asked));
        cases.notice(asked.caseId(), request.sign() ? "COUNTERSIGN" : "COUNTERSIGN_DECLINED", "", entry, actor, text);
        if (request.sign()) {
            if (file.version() != asked.caseVersion()) {
                throw new Refusal.ChangedMeanwhile();
            }
            var asker = asked.asker();
            if (!parties.acts(asker.person(), asker.organisation(), asker.role())) {
                throw new Refusal.NotOpen("countersign-asker", "", List.of());
            }
            takings.take(file, asked.step(), asked.opinion(), asker);
        }
        return store.hold(id).orElseThrow();
    }

    /// Who asked does not ask any more.
    void withdraw(UUID id, Actor actor) {
        var asked = held(id, it -> it.asker().person(), actor);
        store.answered(id, State.WITHDRAWN, "", clock.instant());
        evidence.enter(actor, "", "countersign-withdrawn", asked.caseId(), facts(asked));
    }

    @Transactional(readOnly = true)
    List<Countersignature> of(UUID caseId, Actor actor) {
        access.visible(caseId, actor);
        return store.of(caseId, actor.organisation()).stream()
                .filter(it -> it.asker().role() == actor.role())
                .toList();
    }

    @Transactional(readOnly = true)
    List<Countersignature> waitingFor(Actor actor) {
        return store.waitingFor(actor.person(), actor.organisation(), actor.role());
    }

    /// One that waits. To anybody but the person whose turn it is there is none, whatever has become of it.
    private Countersignature held(UUID id, Function<Countersignature, UUID> whose, Actor actor) {
        var asked = store.hold(id)
                .filter(it -> whose.apply(it).equals(actor.person()) && isSamePost(it, actor))
                .orElseThrow(() -> new Refusal.NotFound("countersignature"));
        if (asked.state() != State.ASKED) {
            throw new Refusal.NotOpen("countersign-answered", "", List.of());
        }
        return asked;
    }

    private static boolean isSamePost(Countersignature it, Actor actor) {
        return it.asker().organisation().equals(actor.organisation())
                && it.asker().role() == actor.role();
    }

    private static Map<String, Object> facts(Countersignature it) {
        return Map.of(
                "countersignature", it.id().toString(),
                "step", it.step(),
                "opinion", it.opinion(),
                "asker", it.asker().personName(),
                "colleague", it.colleagueName());
    }
}
