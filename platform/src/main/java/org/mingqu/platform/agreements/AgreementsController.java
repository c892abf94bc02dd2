package org.mingqu.platform.agreements;

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
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/agreements`: service agreements as their parties see them.
@RestController
@RequestMapping("/api/agreements")
class AgreementsController {

    private final Agreements agreements;

    AgreementsController(Agreements agreements) {
        this.agreements = agreements;
    }

    @GetMapping
    Page<AgreementLine> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Actor actor) {
        return new Paging(page, size)
                .of(agreements.visibleTo(actor).stream().map(AgreementLine::of).toList());
    }

    @GetMapping("/{id}")
    AgreementView get(@PathVariable UUID id, Actor actor) {
        return AgreementView.of(agreements.get(id, actor), actor);
    }

    @PutMapping("/{id}/heads")
    AgreementView fill(@PathVariable UUID id, @RequestBody HeadsRequest request, Actor actor) {
        return AgreementView.of(agreements.fill(id, request.version(), request.heads(), actor), actor);
    }

    @PostMapping("/{id}/signatures")
    AgreementView sign(@PathVariable UUID id, @RequestBody SignatureRequest request, Actor actor) {
        return AgreementView.of(agreements.sign(id, request.version(), request.sm3(), actor), actor);
    }

    record HeadsRequest(int version, Map<String, String> heads) {}

    record SignatureRequest(int version, String sm3) {}

    record AgreementLine(
            UUID id,
            UUID caseId,
            String number,
            String title,
            Agreement.Stage stage,
            LocalDate from,
            LocalDate until,
            Party partner,
            @Nullable UUID workspace) {

        static AgreementLine of(Agreement it) {
            return new AgreementLine(
                    it.id(),
                    it.caseId(),
                    it.number(),
                    it.title(),
                    it.stage(),
                    it.from(),
                    it.until(),
                    it.partner(),
                    it.workspace());
        }
    }

    record HeadView(String key, String text, boolean complete) {}

    record SignatoryView(
            Party party,
            Role role,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            @Nullable String signature,
            @Nullable SealView seal) {

        static SignatoryView of(Agreement agreement, Agreement.Signatory it) {
            var seal = it.seal();
            return new SignatoryView(
                    it.party(),
                    it.role(),
                    it.signedAt(),
                    it.signedBy(),
                    it.signature(),
                    seal == null
                            ? null
                            : new SealView(
                                    seal.keyId(),
                                    seal.publicKey(),
                                    seal.text(),
                                    seal.value(),
                                    agreement.isSealedBy(it)));
        }
    }

    /// A signature under the agreement.
    ///
    /// @param keyId short name of the key
    /// @param publicKey PEM, to check it with
    /// @param text that was signed
    /// @param value DER in base64: SM2 over SM3
    /// @param holds whether it is good for the text of the agreement as it stands
    record SealView(String keyId, String publicKey, String text, String value, boolean holds) {}

    record AgreementView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            String title,
            Agreement.Stage stage,
            LocalDate from,
            LocalDate until,
            List<HeadView> heads,
            List<String> missing,
            List<SignatoryView> parties,
            @Nullable UUID workspace,
            List<OpenMove> open,
            String sm3) {

        static AgreementView of(Agreement it, Actor actor) {
            return new AgreementView(
                    it.id(),
                    it.caseId(),
                    it.version(),
                    it.number(),
                    it.title(),
                    it.stage(),
                    it.from(),
                    it.until(),
                    Agreement.HEADS.stream()
                            .map(key -> {
                                var text = it.heads().getOrDefault(key, "");
                                return new HeadView(key, text, !text.isBlank());
                            })
                            .toList(),
                    it.missing(),
                    it.parties().stream()
                            .map(party -> SignatoryView.of(it, party))
                            .toList(),
                    it.workspace(),
                    Agreements.open(it, actor),
                    it.sm3());
        }
    }
}
