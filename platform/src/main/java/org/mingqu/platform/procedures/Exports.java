package org.mingqu.platform.procedures;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.PageWords;
import org.mingqu.platform.web.Paging;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What leaves the desk for other programs: a procedure as BPMN, a list of cases as CSV.
@RestController
@RequestMapping("/api")
class Exports {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_ROWS = 10_000;
    private static final int PAGE = 200;
    private static final int LONGEST_PURPOSE = 200;
    /// Without it spreadsheet programs take UTF-8 for the system's own encoding.
    private static final String MARK = "\uFEFF";

    private final CaseStore store;
    private final List<CaseSubject> subjects;
    private final PageWords words;
    private final Evidence evidence;
    private final Clock clock;

    Exports(CaseStore store, List<CaseSubject> subjects, PageWords words, Evidence evidence, Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.words = words;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// The procedure as BPMN 2.0, for everybody as the procedure itself.
    @GetMapping(path = "/procedures/{kind}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> bpmn(@PathVariable String kind, Locale locale) {
        var procedure = subjects.stream()
                .map(CaseSubject::procedure)
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("procedure"));
        return attachment(kind.toLowerCase(Locale.ROOT) + ".bpmn", MediaType.APPLICATION_XML)
                .body(BpmnDrawing.of(procedure, words, locale));
    }

    /// The cases that a person sees, as CSV, for a purpose that is kept as evidence; at most 10,000.
    @PostMapping(path = "/cases/export", produces = "text/csv")
    @Transactional
    public ResponseEntity<String> cases(@RequestBody ExportRequest request, Actor actor, Locale locale) {
        var purpose = request.purpose() == null ? "" : request.purpose().strip();
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
            throw new Refusal.Invalid(Map.of("purpose", "export-purpose"));
        }
        var search = new CaseStore.Search(
                CaseAccess.seesAll(actor),
                actor.organisation(),
                plain(request.kind()),
                plain(request.stage()),
                plain(request.q()));
        var files = all(search);
        var entry = evidence.enter(
                actor, "", "cases-exported", null, Map.of("purpose", purpose, "rows", files.size()));
        var head = Stream.of("number", "kind", "title", "stage", "applicant", "startedOn")
                .map(it -> words.of("work.export." + it, locale))
                .collect(Collectors.joining(","));
        var rows = files.stream().map(it -> row(it, locale)).collect(Collectors.joining());
        var foot = row(Stream.of(
                words.of("work.export.mark", locale), actor.organisationName(), actor.personName(), entry.toString()));
        return attachment("cases-%s.csv".formatted(LocalDate.now(clock)), CSV)
                .body(MARK + head + "\r\n" + rows + foot);
    }

    private List<CaseFile> all(CaseStore.Search search) {
        var files = new ArrayList<CaseFile>();
        for (var page = 0; files.size() < MOST_ROWS; page++) {
            var some = store.find(search, new Paging(page, PAGE));
            files.addAll(some);
            if (some.size() < PAGE) {
                break;
            }
        }
        return files;
    }

    private String row(CaseFile it, Locale locale) {
        return row(Stream.of(
                it.number(),
                words.of("work.kind." + it.kind(), locale),
                it.title(),
                words.stage(it.kind(), it.stage(), locale),
                it.applicant().name(),
                it.startedOn().toString()));
    }

    private static String row(Stream<String> cells) {
        return cells.map(Exports::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A cell that begins like a formula gets an apostrophe, so that a spreadsheet program shows it and does not run it.
    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static ResponseEntity.BodyBuilder attachment(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    record ExportRequest(
            @Nullable String purpose,
            @Nullable String kind,
            @Nullable String stage,
            @Nullable String q) {}
}
