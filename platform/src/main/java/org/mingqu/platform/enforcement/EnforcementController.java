package org.mingqu.platform.enforcement;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/rectifications` and `/api/credit-records`: findings, orders, what came of them.
@RestController
@RequestMapping("/api")
class EnforcementController {

    private final Rectifications rectifications;
    private final RectificationStore store;
    private final Referrals referrals;
    private final CreditRecords credit;
    private final EnforcementWatch watch;
    private final Clock clock;

    EnforcementController(
            Rectifications rectifications,
            RectificationStore store,
            Referrals referrals,
            CreditRecords credit,
            EnforcementWatch watch,
            Clock clock) {
        this.rectifications = rectifications;
        this.store = store;
        this.referrals = referrals;
        this.credit = credit;
        this.watch = watch;
        this.clock = clock;
    }

    @GetMapping("/rectifications")
    List<RectificationLine> list(Actor actor) {
        var today = LocalDate.now(clock);
        return rectifications.visibleTo(actor).stream()
                .map(it -> RectificationLine.of(it, today))
                .toList();
    }

    /// Whom a finding can be about, and to whom it can be referred.
    @GetMapping("/rectifications/parties")
    FindingParties parties(Actor actor) {
        return new FindingParties(
                rectifications.targets(actor), actor.is(Role.AUTHORITY) ? referrals.regulators() : List.of());
    }

    @GetMapping("/rectifications/{id}")
    RectificationView get(@PathVariable UUID id, Actor actor) {
        return view(rectifications.get(id, actor), actor);
    }

    @PostMapping("/rectifications")
    @ResponseStatus(HttpStatus.CREATED)
    RectificationView report(@RequestBody Rectifications.FindingRequest request, Actor actor) {
        return view(rectifications.report(request, actor), actor);
    }

    @PostMapping("/rectifications/{id}/moves")
    RectificationView move(@PathVariable UUID id, @RequestBody Rectifications.RectificationMove request, Actor actor) {
        return view(rectifications.move(id, request, actor), actor);
    }

    /// The finding with its evidence, as a file.
    @GetMapping("/rectifications/{id}/pack")
    ResponseEntity<String> pack(@PathVariable UUID id, Actor actor) {
        var it = rectifications.get(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.json\"".formatted(it.number()))
                .body(new String(referrals.pack(it), StandardCharsets.UTF_8));
    }

    /// Does at once what the last day of an order does, as is done every minute.
    @PostMapping("/rectifications/look")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void look(Actor actor) {
        actor.must(Role.AUTHORITY);
        watch.look();
    }

    @GetMapping("/credit-records")
    List<CreditView> credit(Actor actor) {
        return credit.visibleTo(actor).stream()
                .map(it -> CreditView.of(it, actor))
                .toList();
    }

    @GetMapping("/credit-records/{id}")
    CreditView credit(@PathVariable UUID id, Actor actor) {
        return CreditView.of(credit.get(id, actor), actor);
    }

    @PostMapping("/credit-records/{id}/moves")
    CreditView move(@PathVariable UUID id, @RequestBody CreditRecords.CreditMove request, Actor actor) {
        return CreditView.of(credit.move(id, request, actor), actor);
    }

    private RectificationView view(Rectification it, Actor actor) {
        return new RectificationView(
                RectificationLine.of(it, LocalDate.now(clock)),
                it.version(),
                it.article(),
                it.demand(),
                it.report(),
                it.suspended(),
                it.isAbout(actor)
                        ? List.of()
                        : store.referrals(it.id()).stream()
                                .map(ReferralView::of)
                                .toList(),
                rectifications.open(it, actor));
    }

    record FindingParties(List<Party> targets, List<Party> regulators) {}

    /// A finding in a list.
    ///
    /// @param leftDays days until the last day of an order, below zero once it is over; null without one
    record RectificationLine(
            UUID id,
            UUID caseId,
            String number,
            Party target,
            Party reporter,
            String finding,
            Rectification.Stage stage,
            @Nullable LocalDate deadline,
            @Nullable Long leftDays,
            LocalDate reportedOn,
            @Nullable LocalDate closedOn) {

        static RectificationLine of(Rectification it, LocalDate today) {
            var deadline = it.deadline();
            return new RectificationLine(
                    it.id(),
                    it.caseId(),
                    it.number(),
                    it.target(),
                    it.reporter(),
                    it.finding(),
                    it.stage(),
                    deadline,
                    deadline == null ? null : Long.valueOf(deadline.toEpochDay() - today.toEpochDay()),
                    it.reportedOn(),
                    it.closedOn());
        }
    }

    /// A finding with all that was said.
    ///
    /// @param suspended the workspaces that the order has suspended
    /// @param referrals as the authority and regulators see them; none for whom it is about
    record RectificationView(
            RectificationLine line,
            int version,
            String article,
            @Nullable String demand,
            @Nullable String report,
            List<UUID> suspended,
            List<ReferralView> referrals,
            List<OpenMove> open) {}

    record ReferralView(
            Party regulator,
            String packSm3,
            Instant at,
            @Nullable Instant receivedAt) {

        static ReferralView of(RectificationStore.Referral it) {
            return new ReferralView(it.regulator(), it.packSm3(), it.at(), it.receivedAt());
        }
    }

    record CreditView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            Party subject,
            @Nullable UUID rectification,
            String fact,
            CreditRecord.CreditStage stage,
            LocalDate recordedOn,
            LocalDate publicityUntil,
            List<OpenMove> open) {

        static CreditView of(CreditRecord it, Actor actor) {
            return new CreditView(
                    it.id(),
                    it.caseId(),
                    it.version(),
                    it.number(),
                    it.subject(),
                    it.rectification(),
                    it.fact(),
                    it.stage(),
                    it.recordedOn(),
                    it.publicityUntil(),
                    CreditRecords.open(it, actor));
        }
    }
}
