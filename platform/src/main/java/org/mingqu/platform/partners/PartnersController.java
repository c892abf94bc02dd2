package org.mingqu.platform.partners;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.enforcement.Findings.ListedFinding;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Signature;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.workspace.UseOfParty.PartyWorkspace;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/partner-rules` for anybody, `/api/partnerships` for those who take part.
@RestController
@RequestMapping("/api")
class PartnersController {

    private final PartnerRulebook rulebook;
    private final Admissions admissions;
    private final Partnerships partnerships;
    private final PartnershipViews views;

    PartnersController(
            PartnerRulebook rulebook, Admissions admissions, Partnerships partnerships, PartnershipViews views) {
        this.rulebook = rulebook;
        this.admissions = admissions;
        this.partnerships = partnerships;
        this.views = views;
    }

    /// The operators' rules of admission and exit with their partners.
    @GetMapping("/partner-rules")
    List<OperatorRules> rules() {
        return views.published();
    }

    /// Publishes a version of the own rules.
    @PostMapping("/partner-rules")
    @ResponseStatus(HttpStatus.CREATED)
    PartnerRules publish(@RequestBody PartnerRulesRequest request, Actor actor) {
        return rulebook.publish(request.admission(), request.leaving(), actor);
    }

    @GetMapping("/partnerships")
    List<PartnershipLine> list(Actor actor) {
        return partnerships.visibleTo(actor).stream().map(PartnershipLine::of).toList();
    }

    @PostMapping("/partnerships")
    @ResponseStatus(HttpStatus.CREATED)
    PartnershipView begin(@RequestBody PartnershipRequest request, Actor actor) {
        return views.of(admissions.begin(request, actor), actor);
    }

    @GetMapping("/partnerships/{id}")
    PartnershipView get(@PathVariable UUID id, Actor actor) {
        return views.of(partnerships.get(id, actor), actor);
    }

    @PostMapping("/partnerships/{id}/moves")
    PartnershipView move(@PathVariable UUID id, @RequestBody PartnershipMove request, Actor actor) {
        return views.of(partnerships.move(id, request.version(), request.step(), request.opinion(), actor), actor);
    }

    /// @param leaving the rules of exit
    record PartnerRulesRequest(String admission, String leaving) {}

    /// An application to be a partner.
    ///
    /// @param operator with whom; null when the operator itself asks
    /// @param partner whom the operator brings in; null when the partner itself asks
    /// @param affiliated whether it is declared to be tied to the operator by ownership or control
    record PartnershipRequest(
            @Nullable UUID operator,
            @Nullable UUID partner,
            String introduction,
            boolean affiliated,
            List<Capability> capabilities) {}

    /// @param opinion the reason of an exit, the statement of a deletion, or what is said with a step
    record PartnershipMove(
            int version, PartnershipStep step, @Nullable String opinion) {}

    /// @param versions the rules in force first
    record OperatorRules(Party operator, List<PartnerRules> versions, List<ListedPartner> partners) {}

    record ListedPartner(
            String name,
            String kind,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    record PartnershipLine(
            UUID id,
            String number,
            Party operator,
            Party partner,
            PartnershipStage stage,
            LocalDate appliedOn,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate until) {

        static PartnershipLine of(Partnership it) {
            return new PartnershipLine(
                    it.id(),
                    it.number(),
                    it.operator(),
                    it.partner(),
                    it.stage(),
                    it.appliedOn(),
                    it.filedOn(),
                    it.until());
        }
    }

    /// @param state GOOD, SOON or EXPIRED
    record CapabilityView(
            Capability.Kind kind, String text, @Nullable LocalDate validUntil, String state) {}

    record DeletionView(
            String text, String by, Instant at, Signature seal, String keyId, boolean holds, List<UUID> destroyed) {}

    /// @param projects the workspaces of the partner
    record PartnershipView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            Party operator,
            Party partner,
            PartnershipStage stage,
            String introduction,
            List<CapabilityView> capabilities,
            int rulesVersion,
            LocalDate appliedOn,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate until,
            @Nullable LocalDate leftOn,
            @Nullable LocalDate exitedOn,
            String reason,
            @Nullable DeletionView deletion,
            List<PartyWorkspace> projects,
            List<ListedFinding> findings,
            List<OpenMove> open) {}
}
