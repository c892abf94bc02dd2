package org.mingqu.platform.mandate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.documents.Contract;
import org.mingqu.platform.documents.Contracts;
import org.mingqu.platform.mandate.MandateStore.Edition;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.PageWords;
import org.mingqu.platform.web.Texts;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/api/mandates/{id}/paper`: an authorisation agreement on paper, as both have signed it (art. 12, 13).
@RestController
@RequestMapping("/api/mandates")
class MandatePapers {

    private final Mandates mandates;
    private final MandateStore store;
    private final Contracts contracts;
    private final PageWords words;
    private final Texts texts;

    MandatePapers(Mandates mandates, MandateStore store, Contracts contracts, PageWords words, Texts texts) {
        this.mandates = mandates;
        this.store = store;
        this.contracts = contracts;
        this.words = words;
        this.texts = texts;
    }

    /// Issues an edition as a PDF: its ten heads, both signatures, and the SM3 that they are for.
    ///
    /// @param edition the latest without it; what is being drafted or amended has no paper
    @PostMapping(path = "/{id}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    @Transactional
    public ResponseEntity<Resource> paper(@PathVariable UUID id, @RequestParam @Nullable Integer edition, Actor actor) {
        var mandate = mandates.get(id, actor);
        var signed = edition(store.editions(id), edition);
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return contracts
                .issue(contract(mandate, signed), actor, address)
                .handedOver("%s-%d.pdf".formatted(mandate.number(), signed.number()));
    }

    private static Edition edition(List<Edition> all, @Nullable Integer asked) {
        if (all.isEmpty()) {
            throw Refusals.notOpen("mandate-not-signed", "12", List.of(MandateStep.SIGN.name()), Map.of());
        }
        return asked == null
                ? all.getLast()
                : all.stream()
                        .filter(it -> it.number() == asked)
                        .findFirst()
                        .orElseThrow(() -> new Refusal.NotFound("mandate-edition"));
    }

    private Contract contract(Mandate it, Edition signed) {
        var heads = new LinkedHashMap<String, String>();
        for (var head : Head.values()) {
            heads.put(
                    words.of("mandate.head." + head.name(), Locale.SIMPLIFIED_CHINESE),
                    signed.text().head(head));
        }
        return new Contract(
                "mandate",
                it.number(),
                it.title(),
                it.caseId(),
                signed.number(),
                signed.from(),
                signed.until(),
                words.stage("MANDATE", it.stage().name(), Locale.SIMPLIFIED_CHINESE),
                heads,
                signed.sm3(),
                signed.text().parties().stream()
                        .map(each -> new Contract.Signed(
                                each.party(), side(each), each.signedBy(), each.signedAt(), each.entry(), each.seal()))
                        .toList());
    }

    private String side(Mandate.Signatory it) {
        var key = it.role() == Role.AUTHORITY ? "AUTHORITY" : "OPERATOR";
        return texts.of("mandate.side." + key, Map.of(), Locale.SIMPLIFIED_CHINESE);
    }
}
