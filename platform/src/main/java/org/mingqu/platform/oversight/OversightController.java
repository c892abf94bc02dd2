package org.mingqu.platform.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.pricing.IncomeStatements.Statement;
import org.mingqu.platform.procedures.CaseFile;
import org.mingqu.platform.procedures.CaseRegister.KeptAct;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/oversight`: a regulator's own remit (art. 7).
@RestController
@RequestMapping("/api/oversight")
class OversightController {

    private final Oversight oversight;
    private final Clock clock;

    OversightController(Oversight oversight, Clock clock) {
        this.oversight = oversight;
        this.clock = clock;
    }

    /// What the remit names: its lines, the cases, the statements of income. The look is entered.
    @GetMapping
    OversightView look(Actor actor) {
        var it = oversight.look(actor);
        return new OversightView(
                it.remit(),
                it.scopes(),
                it.cases().stream().map(OversightCase::of).toList(),
                it.income());
    }

    /// A case of the remit, with its acts; one outside it is refused, and that is entered.
    @GetMapping("/cases/{id}")
    OversightDetail look(@PathVariable UUID id, Actor actor) {
        return new OversightDetail(OversightCase.of(oversight.look(id, actor)), oversight.acts(id));
    }

    /// The remit as a ZIP of tables and receipts that verifies offline, for a purpose that is entered.
    @PostMapping(path = "/export", produces = "application/zip")
    ResponseEntity<byte[]> export(@RequestBody Oversight.ExportOrder request, Actor actor) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"remit-%s.zip\"".formatted(LocalDate.now(clock)))
                .body(oversight.export(request, actor));
    }

    record OversightView(
            String remit, List<RemitScopes.Scope> scopes, List<OversightCase> cases, List<Statement> income) {}

    record OversightDetail(OversightCase file, List<KeptAct> acts) {}

    /// A case as a regulator sees it.
    record OversightCase(
            UUID id,
            String kind,
            String number,
            String title,
            String stage,
            Party applicant,
            LocalDate startedOn,
            boolean closed) {

        static OversightCase of(CaseFile it) {
            return new OversightCase(
                    it.id(),
                    it.kind(),
                    it.number(),
                    it.title(),
                    it.stage(),
                    it.applicant(),
                    it.startedOn(),
                    it.closed());
        }
    }
}
