package org.mingqu.platform.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.mingqu.platform.web.Texts;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.EnclaveUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// The enclave's refusals and absences as RFC 9457 problems, in the reader's language.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DomainProblems {

    private static final Logger LOG = LoggerFactory.getLogger(DomainProblems.class);
    private static final String TYPE = "https://mingqu.org/problems/";
    private static final String AWAY = "enclave-unavailable";
    private static final Map<String, HttpStatus> STATUS = Map.of(
            "load-unknown", HttpStatus.NOT_FOUND,
            "version-unknown", HttpStatus.NOT_FOUND,
            "workspace-unknown", HttpStatus.NOT_FOUND,
            "run-unknown", HttpStatus.NOT_FOUND,
            "busy", HttpStatus.SERVICE_UNAVAILABLE,
            "enclave-failed", HttpStatus.BAD_GATEWAY);

    private final Texts texts;

    DomainProblems(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(EnclaveRefused it, Locale locale) {
        var refusal = it.refusal();
        var status = STATUS.getOrDefault(refusal.type(), HttpStatus.CONFLICT);
        var problem = ProblemDetail.forStatusAndDetail(status, EnclaveText.of(refusal, locale));
        problem.setType(URI.create(TYPE + refusal.type()));
        problem.setTitle(texts.of("problem.enclave-refused", Map.of(), locale));
        if (!refusal.article().isEmpty()) {
            problem.setProperty("article", refusal.article());
        }
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(EnclaveUnavailable it, Locale locale) {
        LOG.warn("the enclave is away: {}", it.getMessage());
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, texts.of("problem.enclave-unavailable.detail", Map.of(), locale));
        problem.setType(URI.create(TYPE + AWAY));
        problem.setTitle(texts.of("problem.enclave-unavailable", Map.of(), locale));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }
}
