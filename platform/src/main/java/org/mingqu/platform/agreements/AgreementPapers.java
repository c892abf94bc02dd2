package org.mingqu.platform.agreements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mingqu.platform.agreements.Agreement.Step;
import org.mingqu.platform.documents.Contract;
import org.mingqu.platform.documents.Contracts;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.PageWords;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/api/agreements/{id}/paper`: a service agreement on paper, as all have signed it (art. 19).
@RestController
@RequestMapping("/api/agreements")
class AgreementPapers {

    private final Agreements agreements;
    private final Contracts contracts;
    private final PageWords words;

    AgreementPapers(Agreements agreements, Contracts contracts, PageWords words) {
        this.agreements = agreements;
        this.contracts = contracts;
        this.words = words;
    }

    /// Issues the agreement as a PDF: its heads, every signature, and the SM3 that they are for.
    @PostMapping(path = "/{id}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    @Transactional
    public ResponseEntity<Resource> paper(@PathVariable UUID id, Actor actor) {
        var agreement = agreements.get(id, actor);
        if (!agreement.isSignedByAll()) {
            throw new Refusal.NotOpen("agreement-not-signed", "19", List.of(Step.SIGN.name()));
        }
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return contracts.issue(contract(agreement), actor, address).handedOver(agreement.number() + ".pdf");
    }

    private Contract contract(Agreement it) {
        var heads = new LinkedHashMap<String, String>();
        Agreement.HEADS.forEach(key -> heads.put(
                words.of("agreement.head." + key, Locale.SIMPLIFIED_CHINESE),
                it.heads().getOrDefault(key, "")));
        return new Contract(
                "agreement",
                it.number(),
                it.title(),
                it.caseId(),
                1,
                it.from(),
                it.until(),
                words.stage("AGREEMENT", it.stage().name(), Locale.SIMPLIFIED_CHINESE),
                heads,
                it.sm3(),
                it.parties().stream()
                        .map(each -> new Contract.Signed(
                                each.party(),
                                words.of("common.role." + each.role().name(), Locale.SIMPLIFIED_CHINESE),
                                each.signedBy(),
                                each.signedAt(),
                                each.signature(),
                                each.seal()))
                        .toList());
    }
}
