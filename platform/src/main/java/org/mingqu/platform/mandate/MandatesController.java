package org.mingqu.platform.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.supervision.Assessments.OperatorAssessment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/mandates`: authorisation agreements as their two parties see them.
@RestController
@RequestMapping("/api/mandates")
class MandatesController {

    private final Mandates mandates;
    private final MandateViews views;
    private final Policy policy;

    MandatesController(Mandates mandates, MandateViews views, Policy policy) {
        this.mandates = mandates;
        this.views = views;
        this.policy = policy;
    }

    @GetMapping
    List<MandateLine> list(Actor actor) {
        return mandates.visibleTo(actor).stream().map(MandateLine::of).toList();
    }

    @GetMapping("/{id}")
    MandateView get(@PathVariable UUID id, Actor actor) {
        return views.of(mandates.get(id, actor), actor);
    }

    /// The agreement in force as an ODRL 2.2 policy.
    @GetMapping(path = "/{id}/policy", produces = "application/ld+json")
    Map<String, Object> policy(@PathVariable UUID id, Actor actor) {
        return policy.of(mandates.get(id, actor));
    }

    @PutMapping("/{id}/heads")
    MandateView fill(@PathVariable UUID id, @RequestBody MandateText request, Actor actor) {
        return views.of(mandates.fill(id, request.version(), request.heads(), request.months(), actor), actor);
    }

    @PostMapping("/{id}/signatures")
    MandateView sign(@PathVariable UUID id, @RequestBody MandateSignature request, Actor actor) {
        return views.of(mandates.sign(id, request.version(), request.sm3(), actor), actor);
    }

    /// A step of the procedure; with RENEW the answer is the new agreement.
    @PostMapping("/{id}/moves")
    MandateView move(@PathVariable UUID id, @RequestBody MandateMove request, Actor actor) {
        return views.of(mandates.move(id, request.version(), request.step(), request.opinion(), actor), actor);
    }

    /// @param months of the term; null to leave it
    record MandateText(
            int version, Map<Head, String> heads, @Nullable Integer months) {}

    /// @param sm3 of the text that was read
    record MandateSignature(int version, String sm3) {}

    record MandateMove(
            int version, MandateStep step, @Nullable String opinion) {}

    record MandateLine(
            UUID id,
            String number,
            String title,
            Party operator,
            MandateStage stage,
            int edition,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static MandateLine of(Mandate it) {
            return new MandateLine(
                    it.id(), it.number(), it.title(), it.operator(), it.stage(), it.edition(), it.from(), it.until());
        }
    }

    /// @param fromTemplate the text against the template
    /// @param fromEdition the text against the edition in force; empty if nothing is being amended
    record MandateHead(Head key, String text, List<Redline.Segment> fromTemplate, List<Redline.Segment> fromEdition) {}

    record MandateSignatory(
            Party party,
            Role role,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            @Nullable String signature,
            @Nullable MandateSeal seal) {

        static MandateSignatory of(Mandate mandate, Mandate.Signatory it) {
            var seal = it.seal();
            return new MandateSignatory(
                    it.party(),
                    it.role(),
                    it.signedAt(),
                    it.signedBy(),
                    it.entry(),
                    seal == null
                            ? null
                            : new MandateSeal(
                                    seal.keyId(), seal.publicKey(), seal.text(), seal.value(), mandate.isSealedBy(it)));
        }
    }

    /// @param holds whether it is good for the text as it stands
    record MandateSeal(String keyId, String publicKey, String text, String value, boolean holds) {}

    record MandateEdition(int number, String sm3, LocalDate from, LocalDate until, int months) {}

    /// @param edition in force; 0 for none
    /// @param shownEdition that the text belongs to, or will
    /// @param closing what follows its end; null before
    record MandateView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            String title,
            MandateStage stage,
            Party authority,
            Party operator,
            int edition,
            int shownEdition,
            int months,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason,
            List<MandateHead> heads,
            List<String> missing,
            List<MandateSignatory> parties,
            String sm3,
            List<MandateEdition> editions,
            List<OperatorAssessment> assessments,
            @Nullable UUID predecessor,
            @Nullable UUID closing,
            List<OpenMove> open) {}
}
