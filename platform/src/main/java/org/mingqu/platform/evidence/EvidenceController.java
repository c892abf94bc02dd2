package org.mingqu.platform.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/api/evidence`: the acts on record, their receipts, and what to check them with.
@RestController
@RequestMapping("/api/evidence")
class EvidenceController {

    private final EvidenceStore store;
    private final Readers readers;
    private final Sequencer sequencer;
    private final JsonMapper json;

    EvidenceController(EvidenceStore store, Readers readers, Sequencer sequencer, JsonMapper json) {
        this.store = store;
        this.readers = readers;
        this.sequencer = sequencer;
        this.json = json;
    }

    /// The entries that the actor may read; a regulator those of its remit (art. 7).
    @GetMapping
    Page<EvidenceItem> find(
            @RequestParam(name = "case") @Nullable UUID caseId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Actor actor) {
        var paging = new Paging(page, size);
        var search = new EvidenceStore.Search(readers.of(actor), caseId, q.strip());
        var items = store.find(search, paging).stream().map(EvidenceItem::of).toList();
        var count = store.count(search);
        if (count == 0 && caseId != null) {
            readers.mustSee(caseId, actor);
        }
        return paging.of(items, count);
    }

    @GetMapping("/{id}")
    EvidenceDetail get(@PathVariable UUID id, Actor actor) {
        var line = readers.visible(id, actor);
        return new EvidenceDetail(EvidenceItem.of(line), json.readTree(line.content()));
    }

    @GetMapping("/{id}/receipt")
    ResponseEntity<String> receipt(@PathVariable UUID id, Actor actor) {
        var index = readers.visible(id, actor).index();
        if (index == null) {
            sequencer.sequence();
            index = readers.visible(id, actor).index();
        }
        var receipt = (index == null ? java.util.Optional.<org.mingqu.ledger.Receipt>empty() : sequencer.receipt(index))
                .orElseThrow(() -> new Refusal.NotOpen("receipt-not-yet", "", List.of()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-%s.json\"".formatted(id))
                .body(receipt.toJson());
    }

    @GetMapping(value = "/checkpoint", produces = MediaType.APPLICATION_JSON_VALUE)
    String checkpoint(Actor actor) {
        return sequencer
                .checkpoint()
                .orElseThrow(() -> new Refusal.NotFound("checkpoint"))
                .toJson();
    }

    @GetMapping(value = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key(Actor actor) {
        return sequencer.publicKey();
    }

    record EvidenceItem(
            UUID id,
            long index,
            Instant at,
            String article,
            String act,
            String person,
            String organisation,
            String role,
            @Nullable UUID caseId,
            String leaf) {

        static EvidenceItem of(EvidenceStore.EvidenceLine it) {
            return new EvidenceItem(
                    it.id(),
                    it.index() == null ? -1 : it.index(),
                    it.at(),
                    it.article(),
                    it.act(),
                    it.person(),
                    it.organisation(),
                    it.role(),
                    it.caseId(),
                    it.leaf());
        }
    }

    record EvidenceDetail(
            @com.fasterxml.jackson.annotation.JsonUnwrapped EvidenceItem item, JsonNode content) {}
}
