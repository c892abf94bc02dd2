package org.mingqu.platform.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.CaseFile;
import org.mingqu.platform.procedures.CaseFiles;
import org.mingqu.platform.procedures.CaseSubject;
import org.mingqu.platform.procedures.Move;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Requests of data subjects as cases: who has one, within what time, and what is open to whom.
@Component
class RequestCases {

    private final RequestStore store;
    private final CaseFiles cases;
    private final Parties parties;
    private final Texts texts;

    RequestCases(RequestStore store, CaseFiles cases, Parties parties, Texts texts) {
        this.store = store;
        this.cases = cases;
        this.parties = parties;
        this.texts = texts;
    }

    /// The case of each kind, for the pages that all cases share.
    private record Subject(RequestKind kind, RequestStore store) implements CaseSubject {

        @Override
        public Procedure<?, ?> procedure() {
            return RequestProcedures.of(kind);
        }

        @Override
        public List<OpenMove> open(UUID subject, Actor actor) {
            return store.find(subject).map(it -> RequestCases.open(it, actor)).orElse(List.of());
        }
    }

    @Bean
    CaseSubject copyCases() {
        return new Subject(RequestKind.COPY, store);
    }

    @Bean
    CaseSubject objectionCases() {
        return new Subject(RequestKind.OBJECTION, store);
    }

    @Bean
    CaseSubject complaintCases() {
        return new Subject(RequestKind.COMPLAINT, store);
    }

    /// Opens the case and gives it to whoever is to take it up. Its title is in Chinese, whoever looks at it.
    CaseFile open(RequestKind kind, UUID request, String title, Party department, Actor actor) {
        var named = texts.of("rights.title." + kind, Map.of("title", title), Locale.SIMPLIFIED_CHINESE);
        var file = cases.open(RequestProcedures.of(kind), kind.prefix(), named, actor.party(), request);
        var term = kind == RequestKind.COMPLAINT ? RequestProcedures.COMPLAINT_ACCEPT : RequestProcedures.ACKNOWLEDGE;
        hand(file.id(), kind, RequestStage.SUBMITTED, RequestStep.ACCEPT, department, term);
        return file;
    }

    static List<OpenMove> open(RightsRequest it, Actor actor) {
        return it.isFor(actor)
                ? RequestProcedures.of(it.kind()).openTo(actor.role(), it.stage()).stream()
                        .map(OpenMove::of)
                        .toList()
                : List.of();
    }

    void move(RightsRequest before, Move<RequestStage, RequestStep> move, String opinion, UUID entry, Actor actor) {
        cases.move(before.caseId(), move, move.to().name(), opinion, entry, actor);
        var department = new Party(before.department(), before.departmentName(), Role.SOURCE.name());
        switch (move.to()) {
            case EXAMINING, EXTENDED -> {
                cases.settle(before.caseId());
                var next = switch (before.kind()) {
                    case COPY -> RequestStep.GRANT;
                    case OBJECTION -> RequestStep.UPHOLD;
                    case COMPLAINT -> RequestStep.ANSWER;
                };
                hand(before.caseId(), before.kind(), move.to(), next, department, move.next());
            }
            case CORRECTING -> {
                cases.settle(before.caseId());
                hand(before.caseId(), before.kind(), move.to(), RequestStep.CORRECT, department, move.next());
            }
            case GRANTED -> {
                cases.settle(before.caseId());
                var subject = new Party(before.organisation(), before.name(), Role.SUBJECT.name());
                cases.task(
                        before.caseId(),
                        move.to().name(),
                        RequestStep.FETCH.name(),
                        subject,
                        Role.SUBJECT,
                        null,
                        move.article());
            }
            case FETCHED, CORRECTED, ANSWERED, REFUSED, WITHDRAWN -> cases.close(before.caseId());
            case SUBMITTED -> {}
        }
    }

    private void hand(
            UUID caseId,
            RequestKind kind,
            RequestStage stage,
            RequestStep step,
            Party department,
            @Nullable String term) {
        if (kind != RequestKind.COMPLAINT) {
            cases.task(caseId, stage.name(), step.name(), department, Role.SOURCE, term, "37");
            return;
        }
        parties.withRole(Role.AUTHORITY)
                .forEach(it -> cases.task(caseId, stage.name(), step.name(), it.party(), Role.AUTHORITY, term, "37"));
    }

    /// Writes a look at the rows into the history of the case.
    void looked(RightsRequest it, UUID entry, Actor actor) {
        cases.notice(it.caseId(), "LOOK", "37", entry, actor);
    }
}
