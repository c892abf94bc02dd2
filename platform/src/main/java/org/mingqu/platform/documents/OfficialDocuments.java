package org.mingqu.platform.documents;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Issues official documents.
@Service
public class OfficialDocuments {

    private static final int CODE_LENGTH = 16;
    /// Nothing that is mistaken for something else on paper: no 0, O, 1, I, L.
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final Press press;
    private final IssuedStore store;
    private final Evidence evidence;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OfficialDocuments(Press press, IssuedStore store, Evidence evidence, Clock clock) {
        this.press = press;
        this.store = store;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// A document on paper.
    ///
    /// @param pdf its bytes
    public record Printed(IssuedDocument document, Resource pdf) {

        /// The answer that hands it over as a download, with the place where it is verified.
        ///
        /// @param name of the file
        public ResponseEntity<Resource> handedOver(String name) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header(HttpHeaders.LOCATION, "/api/issued/" + document.code())
                    .body(pdf);
        }
    }

    /// Sets a sheet on pages, seals it in the name of the actor's organisation and enters its SM3 as evidence, in the
    /// caller's transaction.
    ///
    /// @param address where the pages of this installation are opened, for the code that a phone reads
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public Printed issue(Sheet sheet, Actor actor, Locale locale, String address) {
        var code = code();
        var at = clock.instant();
        var pdf = press.print(sheet, new Press.Imprint(code, actor.organisationName(), at, address), locale);
        var sm3 = HashFunction.SM3.of(pdf).hex();
        var entry = evidence.enter(
                actor,
                "",
                "document-issued",
                sheet.caseId(),
                Map.of("code", code, "kind", sheet.kind(), "number", sheet.number(), "sm3", sm3));
        var document =
                new IssuedDocument(code, sheet.kind(), sheet.number(), sheet.title(), actor.party(), at, sm3, entry);
        store.add(document);
        return new Printed(document, new ByteArrayResource(pdf));
    }

    private String code() {
        var code = new StringBuilder();
        while (code.length() < CODE_LENGTH) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
