package org.mingqu.platform.procedures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// `/api/documents`: what the parties of a case have put to it.
@RestController
@RequestMapping("/api")
class DocumentsController {

    private static final int LARGEST_DOCUMENT = 20 << 20;

    private final CaseAccess access;
    private final DocumentStore documents;
    private final Evidence evidence;
    private final Clock clock;

    DocumentsController(CaseAccess access, DocumentStore documents, Evidence evidence, Clock clock) {
        this.access = access;
        this.documents = documents;
        this.evidence = evidence;
        this.clock = clock;
    }

    @PostMapping(path = "/cases/{id}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public DocumentStore.DocumentView attach(
            @PathVariable UUID id, @RequestParam("file") MultipartFile upload, Actor actor) throws IOException {
        access.visible(id, actor);
        if (upload.getSize() > LARGEST_DOCUMENT) {
            throw new Refusal.Invalid(Map.of("file", "file-size"));
        }
        var content = upload.getBytes();
        var name = Optional.ofNullable(upload.getOriginalFilename()).orElse("document");
        var view = new DocumentStore.DocumentView(
                UUID.randomUUID(),
                name.length() > 200 ? name.substring(0, 200) : name,
                "application/octet-stream",
                content.length,
                HashFunction.SM3.of(content).hex(),
                actor.personName(),
                clock.instant());
        documents.add(view, id, content);
        evidence.enter(
                actor, "", "document-added", id, Map.of("name", view.name(), "sm3", view.sm3(), "size", view.size()));
        return view;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable UUID id, Actor actor) {
        var caseId = documents.caseOf(id).orElseThrow(() -> new Refusal.NotFound("document"));
        access.visible(caseId, actor);
        var view = documents.of(caseId).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(view.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(documents.content(id));
    }
}
