package org.mingqu.platform.documents;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.rules.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// `/api/issued`: whether a document is the one that was issued. For everybody who holds one: the code is on it.
@RestController
@RequestMapping("/api/issued")
class IssuedController {

    private final IssuedStore store;

    IssuedController(IssuedStore store) {
        this.store = store;
    }

    @GetMapping("/{code}")
    IssuedView get(@PathVariable String code) {
        return IssuedView.of(find(code));
    }

    /// Compares a file with the one that was issued; the file is not kept.
    @PostMapping(path = "/{code}/comparison", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Comparison compare(@PathVariable String code, @RequestParam("file") MultipartFile file) throws IOException {
        var document = find(code);
        return new Comparison(
                HashFunction.SM3.of(file.getBytes()).hex().equals(document.sm3()), IssuedView.of(document));
    }

    private IssuedDocument find(String code) {
        var plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return store.find(plain).orElseThrow(() -> new Refusal.NotFound("issued-document"));
    }

    /// What anybody with the code is told.
    record IssuedView(
            String code, String kind, String number, String title, String issuer, Instant at, String sm3) {

        static IssuedView of(IssuedDocument it) {
            return new IssuedView(
                    it.code(), it.kind(), it.number(), it.title(), it.issuer().name(), it.at(), it.sm3());
        }
    }

    /// @param same whether the file is, byte for byte, what was issued
    record Comparison(boolean same, IssuedView document) {}
}
