package org.mingqu.platform.web;

import java.net.URI;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Refusals as RFC 9457 problems. Their type is the contract, their sentence is in the reader's language.
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String TYPE = "https://mingqu.org/problems/";

    /// PostgreSQL: character_not_in_repertoire, untranslatable_character.
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, Locale locale) {
        var status = switch (refusal) {
            case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
            case Refusal.NotYours _ -> HttpStatus.FORBIDDEN;
            case Refusal.NotOpen _, Refusal.ChangedMeanwhile _ -> HttpStatus.CONFLICT;
            case Refusal.Invalid _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Refusal.NotSignedIn it ->
                it.code().equals("account-locked") ? HttpStatus.LOCKED : HttpStatus.UNAUTHORIZED;
        };
        var problem = problem(status, refusal.code(), refusal.parameters(), locale);
        if (!refusal.article().isEmpty()) {
            problem.setProperty("article", refusal.article());
        }
        if (refusal instanceof Refusal.NotOpen notOpen) {
            problem.setProperty("open", notOpen.open());
        }
        if (refusal instanceof Refusal.Invalid invalid) {
            var fields = new LinkedHashMap<String, String>();
            invalid.fields().forEach((field, code) -> fields.put(field, texts.of("field." + code, Map.of(), locale)));
            problem.setProperty("fields", fields);
        }
        return problem;
    }

    /// A form that should have brought a file, and did not.
    @ExceptionHandler
    ProblemDetail noFile(MultipartException it, Locale locale) {
        LOG.debug("not a form with a file", it);
        return problem(HttpStatus.BAD_REQUEST, "not-understood", Map.of("what", ""), locale);
    }

    /// A fault of ours: its message is for the log, the person gets a number to ask with.
    @ExceptionHandler
    ProblemDetail failed(RuntimeException fault, Locale locale) {
        if (isNoText(fault)) {
            return problem(HttpStatus.BAD_REQUEST, "not-understood", Map.of("what", ""), locale);
        }
        var problem = problem(HttpStatus.INTERNAL_SERVER_ERROR, "fault", Map.of(), locale);
        LOG.error("fault {}", problem.getProperties(), fault);
        return problem;
    }

    /// A text with a character that no database keeps, such as NUL, is the sender's fault.
    private static boolean isNoText(Throwable fault) {
        for (Throwable it = fault; it != null; it = it.getCause()) {
            if (it instanceof SQLException sql && NO_TEXT.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var code = switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 415 -> "media-type";
            default -> status.is4xxClientError() ? "not-understood" : "fault";
        };
        LOG.debug("not understood", exception);
        return ResponseEntity.status(status)
                .headers(headers)
                .body(problem(status, code, Map.of("what", ""), LocaleContextHolder.getLocale()));
    }

    private ProblemDetail problem(HttpStatusCode status, String code, Map<String, String> parameters, Locale locale) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(texts.of("status." + status.value(), Map.of(), locale));
        problem.setDetail(texts.of("problem." + code, parameters, locale));
        problem.setProperty("trace", UUID.randomUUID().toString());
        return problem;
    }
}
