package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.PageWords;
import org.mingqu.platform.web.Paging;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The list of cases for other programs, which leaves for a purpose that is kept as evidence.
@RestController
@RequestMapping("/api/cases/export")
class Exports {

    private static final int MOST_ROWS = 10_000;
    private static final int PAGE = 200;
    private static final int LONGEST_PURPOSE = 200;

    private final CaseStore store;
    private final PageWords words;
    private final Evidence evidence;
    private final Clock clock;

    Exports(CaseStore store, PageWords words, Evidence evidence, Clock clock) {
        this.store = store;
        this.words = words;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// @param form CSV if absent
    record ExportRequest(
            @Nullable String purpose,
            @Nullable String kind,
            @Nullable String stage,
            @Nullable String q,
            @Nullable ListForm form) {}

    /// The cases that a person sees; at most 10,000. The last row says who took the list and which entry tells it.
    @PostMapping(produces = {ListForm.CSV_TYPE, ListForm.XLSX_TYPE})
    @Transactional
    public ResponseEntity<byte[]> cases(@RequestBody ExportRequest request, Actor actor, Locale locale) {
        var purpose = plain(request.purpose());
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
            throw new Refusal.Invalid(Map.of("purpose", "export-purpose"));
        }
        var search = new CaseStore.Search(
                CaseAccess.seesAll(actor),
                actor.organisation(),
                plain(request.kind()),
                plain(request.stage()),
                plain(request.q()));
        var form = Objects.requireNonNullElse(request.form(), ListForm.CSV);
        var files = all(search);
        var entry = evidence.enter(
                actor, "", "cases-exported", null, Map.of("purpose", purpose, "rows", files.size(), "form", form));
        var rows = new ArrayList<List<Object>>();
        files.forEach(it -> rows.add(row(it, locale)));
        rows.add(List.of(
                words.of("work.export.mark", locale), actor.organisationName(), actor.personName(), entry.toString()));
        var head = Stream.of("number", "kind", "title", "stage", "applicant", "startedOn")
                .map(it -> words.of("work.export." + it, locale))
                .toList();
        var name = "cases-%s.%s".formatted(LocalDate.now(clock), form.name().toLowerCase(Locale.ROOT));
        return ResponseEntity.ok()
                .contentType(form.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(form.written(words.of("work.export.sheet", locale), head, rows));
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

    private List<Object> row(CaseFile it, Locale locale) {
        return List.of(
                it.number(),
                words.of("work.kind." + it.kind(), locale),
                it.title(),
                words.stage(it.kind(), it.stage(), locale),
                it.applicant().name(),
                it.startedOn());
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
