package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.documents.OfficialDocuments;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.documents.Sheet.Line;
import org.mingqu.platform.documents.Sheet.Section;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.web.PageWords;
import org.mingqu.platform.web.Texts;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/api/cases/{id}/sheet`: any case on paper, as it stands, for those who may see it.
@RestController
@RequestMapping("/api/cases")
class CaseSheets {

    private final CaseAccess access;
    private final CaseStore store;
    private final TaskStore tasks;
    private final DocumentStore files;
    private final List<CaseSubject> subjects;
    private final OfficialDocuments documents;
    private final Texts texts;
    private final PageWords words;
    private final ZoneId zone;

    CaseSheets(
            CaseAccess access,
            CaseStore store,
            TaskStore tasks,
            DocumentStore files,
            List<CaseSubject> subjects,
            OfficialDocuments documents,
            Texts texts,
            PageWords words,
            Clock clock) {
        this.access = access;
        this.store = store;
        this.tasks = tasks;
        this.files = files;
        this.subjects = subjects;
        this.documents = documents;
        this.texts = texts;
        this.words = words;
        this.zone = clock.getZone();
    }

    /// Issues a statement of the case: what it is about, who is to act, what happened, with the evidence of each act.
    @PostMapping(path = "/{id}/sheet", produces = MediaType.APPLICATION_PDF_VALUE)
    @Transactional
    public ResponseEntity<Resource> sheet(@PathVariable UUID id, Actor actor, Locale locale) {
        var file = access.visible(id, actor);
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        var printed = documents.issue(new Written(file, actor, locale).sheet(), actor, locale, address);
        var name =
                "%s-%s.pdf".formatted(file.number(), printed.document().code().substring(0, 4));
        return printed.handedOver(name);
    }

    /// One case in one language.
    private final class Written {

        private final CaseFile file;
        private final Actor actor;
        private final Locale locale;

        Written(CaseFile file, Actor actor, Locale locale) {
            this.file = file;
            this.actor = actor;
            this.locale = locale;
        }

        Sheet sheet() {
            var sections = new ArrayList<Section>();
            sections.add(matter());
            subjects.stream()
                    .filter(it -> it.procedure().kind().equals(file.kind()))
                    .forEach(it -> sections.addAll(it.matter(file.subject(), actor, locale)));
            add(sections, waiting());
            add(sections, acts());
            add(sections, attached());
            return new Sheet("case", word("case"), file.number(), file.title(), file.id(), sections);
        }

        private static void add(List<Section> sections, Section section) {
            if (!section.rows().isEmpty()) {
                sections.add(section);
            }
        }

        private Section matter() {
            return Section.lines(
                    word("case.matter"),
                    List.of(
                            new Line(word("case.number"), file.number()),
                            new Line(word("case.kind"), words.of("work.kind." + file.kind(), locale)),
                            new Line(word("case.stage"), words.stage(file.kind(), file.stage(), locale)),
                            new Line(word("case.applicant"), file.applicant().name()),
                            new Line(word("case.started"), file.startedOn().toString()),
                            new Line(word("case.asOf"), Integer.toString(file.version()))));
        }

        private Section waiting() {
            var rows = tasks.ofCase(file.id(), zone).stream()
                    .filter(it -> !it.done())
                    .map(it -> List.of(
                            it.organisation().name(),
                            words.stage(file.kind(), it.stage(), locale),
                            it.due() == null ? "" : it.due().toString(),
                            article(it.article())))
                    .toList();
            return table("case.waiting", List.of("who", "what", "due", "article"), rows);
        }

        private Section acts() {
            var rows = store.acts(file.id()).stream()
                    .map(it -> List.of(
                            moment(it.at()),
                            (it.organisation() + " " + it.person()).strip(),
                            (words.of("work.step." + it.step(), locale) + " " + article(it.article())).strip(),
                            it.opinion() == null ? "" : it.opinion(),
                            evidence(it.evidence())))
                    .toList();
            return table("case.acts", List.of("at", "who", "what", "opinion", "evidence"), rows);
        }

        private Section attached() {
            var rows = files.of(file.id()).stream()
                    .map(it -> List.of(it.name(), it.sm3()))
                    .toList();
            return table("case.files", List.of("name", "sm3"), rows);
        }

        private Section table(String part, List<String> columns, List<List<String>> rows) {
            var head = columns.stream().map(it -> word(part + "." + it)).toList();
            return Section.table(word(part), head, rows);
        }

        private String word(String key) {
            return texts.of("document." + key, Map.of(), locale);
        }

        private String article(String article) {
            return article.isEmpty() ? "" : texts.of("document.article", Map.of("article", article), locale);
        }

        private String evidence(@Nullable UUID entry) {
            return entry == null ? "" : entry.toString();
        }

        private String moment(Instant at) {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .withZone(zone)
                    .format(at);
        }
    }
}
