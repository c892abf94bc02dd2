package org.mingqu.platform.filings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.products.Products;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/api/filings` and `/api/national-records`: filing and registration as two things (art. 22).
@RestController
@RequestMapping("/api")
class FilingsController {

    private final FilingDesk desk;
    private final FilingStore store;
    private final Filings filings;
    private final NationalRecords records;
    private final NationalStore national;
    private final Products products;
    private final Rules rules;
    private final Clock clock;

    FilingsController(
            FilingDesk desk,
            FilingStore store,
            Filings filings,
            NationalRecords records,
            NationalStore national,
            Products products,
            Rules rules,
            Clock clock) {
        this.desk = desk;
        this.store = store;
        this.filings = filings;
        this.records = records;
        this.national = national;
        this.products = products;
        this.rules = rules;
        this.clock = clock;
    }

    /// The filings of products that the actor sees, each with its national registration if there is one.
    @GetMapping("/filings")
    List<FilingView> list(Actor actor) {
        return store.all().stream()
                .filter(it -> products.isVisibleTo(it.product(), actor))
                .map(it -> view(it, actor))
                .toList();
    }

    /// Corrects what is filed; the certificate says so from then on.
    @PostMapping("/filings/{id}/corrections")
    FilingView correct(@PathVariable UUID id, @RequestBody FilingDesk.CorrectionRequest request, Actor actor) {
        return view(desk.correct(id, request, actor), actor);
    }

    /// Lets a filing hold for another term.
    @PostMapping("/filings/{id}/renewal")
    FilingView renew(@PathVariable UUID id, @RequestBody FilingDesk.RenewalRequest request, Actor actor) {
        return view(desk.renew(id, request, actor), actor);
    }

    /// Issues the certificate of the filing of a product as a PDF.
    @PostMapping(path = "/filings/{id}/certificate", produces = MediaType.APPLICATION_PDF_VALUE)
    @Transactional
    public ResponseEntity<Resource> certificate(@PathVariable UUID id, Actor actor, Locale locale) {
        var filing = store.all().stream()
                .filter(it -> it.id().equals(id) && products.isVisibleTo(it.product(), actor))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("filing"));
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        var printed = filings.certificate(filing.product(), actor, locale, address);
        return printed.handedOver(filing.filingNo() + ".pdf");
    }

    /// The national registrations that the actor sees, of products and of resources.
    @GetMapping("/national-records")
    List<RecordView> records(Actor actor) {
        return records.visibleTo(actor).stream()
                .map(it -> RecordView.of(it, actor))
                .toList();
    }

    @PostMapping("/national-records")
    @ResponseStatus(HttpStatus.CREATED)
    RecordView begin(@RequestBody NationalRecords.RecordRequest request, Actor actor) {
        return RecordView.of(records.begin(request, actor), actor);
    }

    @PostMapping("/national-records/{id}/moves")
    RecordView move(@PathVariable UUID id, @RequestBody NationalRecords.RecordMove request, Actor actor) {
        return RecordView.of(records.move(id, request, actor), actor);
    }

    private FilingView view(Filing it, Actor actor) {
        var today = LocalDate.now(clock);
        var soon = it.validUntil().minusDays(rules.number(FilingDesk.WARN, today));
        return new FilingView(
                it.id(),
                it.product(),
                it.caseId(),
                it.version(),
                it.filingNo(),
                it.productName(),
                it.owner(),
                it.state(),
                it.issuedOn(),
                it.validUntil(),
                it.state() == Filing.State.VALID && !today.isBefore(soon),
                it.content(),
                it.corrections(),
                it.reason(),
                actor.is(Role.AUTHORITY) && it.state() == Filing.State.VALID,
                actor.is(Role.AUTHORITY) && it.state() != Filing.State.CANCELLED && !today.isBefore(soon),
                it.owner().id().equals(actor.organisation()),
                national.of(it.product()).stream()
                        .findFirst()
                        .map(record -> RecordView.of(record, actor))
                        .orElse(null));
    }

    /// A filing.
    ///
    /// @param endsSoon whether its last day is near
    /// @param correctable and renewable: whether the reader may
    /// @param mine whether it is the actor's own product
    record FilingView(
            UUID id,
            UUID product,
            UUID caseId,
            int version,
            String filingNo,
            String productName,
            Party owner,
            Filing.State state,
            LocalDate issuedOn,
            LocalDate validUntil,
            boolean endsSoon,
            Map<String, String> content,
            List<Filing.Correction> corrections,
            @Nullable String reason,
            boolean correctable,
            boolean renewable,
            boolean mine,
            @Nullable RecordView registration) {}

    /// A national registration.
    record RecordView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            NationalRecord.About about,
            UUID subject,
            String subjectName,
            Party holder,
            String agency,
            NationalRecord.RecordStage stage,
            @Nullable String code,
            @Nullable String certificate,
            @Nullable LocalDate codedOn,
            @Nullable LocalDate validUntil,
            List<OpenMove> open) {

        static RecordView of(NationalRecord it, Actor actor) {
            return new RecordView(
                    it.id(),
                    it.caseId(),
                    it.version(),
                    it.number(),
                    it.about(),
                    it.subject(),
                    it.subjectName(),
                    it.holder(),
                    it.agency(),
                    it.stage(),
                    it.code(),
                    it.certificate(),
                    it.codedOn(),
                    it.validUntil(),
                    NationalRecords.open(it, actor));
        }
    }
}
