package org.mingqu.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The one page that all addresses of the portal give; its content security policy names a nonce made for this answer.
@Controller
class Pages {

    private final SecureRandom random = new SecureRandom();
    private final String door;

    /// @param door the address at which browsers reach the enclave's door, if it is not on this machine
    Pages(@Value("${mingqu.enclave.door-url:}") String door) {
        this.door = door;
    }

    private String policy(String nonce) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "';"
                + " style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                + " connect-src 'self' http://127.0.0.1:* http://localhost:* " + door
                + "; frame-ancestors 'none'; base-uri 'none';"
                + " form-action 'self'; object-src 'none'";
    }

    @GetMapping({"/", "/{first:(?!api|assets|v3)[^.]*}", "/{first:(?!api|assets|v3)[^.]*}/**"})
    ResponseEntity<String> page(HttpServletRequest request) throws IOException {
        var file = new ClassPathResource("META-INF/resources/index.html");
        if (!file.exists()) {
            return ResponseEntity.notFound().build();
        }
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", policy(nonce))
                .body(file.getContentAsString(StandardCharsets.UTF_8).replace("__NONCE__", nonce));
    }
}
