package org.mingqu.platform.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.DoorTicket;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Rules;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.TraceState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Suspected leaks (art. 25): the authority or a source department takes a file that it found to the
/// enclave's door; the enclave says whose copy it was made from. What it says is entered before anybody sees
/// it. The file never comes to the platform.
@Service
public class LeakTraces {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 1_000;

    private final LeakTraceStore store;
    private final ReleaseStore releases;
    private final Workspaces workspaces;
    private final Domain domain;
    private final Rules rules;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeakTraces(
            LeakTraceStore store,
            ReleaseStore releases,
            Workspaces workspaces,
            Domain domain,
            Rules rules,
            Evidence evidence,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.releases = releases;
        this.workspaces = workspaces;
        this.domain = domain;
        this.rules = rules;
        this.evidence = evidence;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Leave to bring one file to the enclave's door.
    record Reported(UUID leak, DoorTicket ticket) {}

    /// Reports a file and gives the ticket to upload it with.
    ///
    /// @param note where it was found
    Reported report(String fileName, String note, Actor actor) {
        actor.must(Role.AUTHORITY, Role.SOURCE);
        check(fileName, note);
        var id = UUID.randomUUID();
        var most = rules.number("leak-bytes", LocalDate.now(clock));
        var ticket = domain.ticket(Use.by(actor), new Order.TraceLeak(id.toString(), most));
        transaction.executeWithoutResult(_ -> {
            var facts = new HashMap<String, Object>();
            facts.put("leak", id);
            facts.put("fileName", fileName.strip());
            facts.put("note", note.strip());
            var entry = evidence.enter(actor, "25", "leak-reported", null, facts);
            store.add(new LeakTrace(
                    id,
                    actor.organisation(),
                    actor.organisationName(),
                    actor.person(),
                    actor.personName(),
                    fileName.strip(),
                    note.strip(),
                    clock.instant(),
                    TraceState.WAITING,
                    null,
                    null,
                    entry));
        });
        return new Reported(id, ticket);
    }

    private static void check(String fileName, String note) {
        var wrong = new HashMap<String, String>();
        if (fileName.isBlank()) {
            wrong.put("fileName", "field-empty");
        } else if (fileName.length() > LONGEST_NAME) {
            wrong.put("fileName", "field-too-long");
        }
        if (note.length() > LONGEST_NOTE) {
            wrong.put("note", "field-too-long");
        }
        if (!wrong.isEmpty()) {
            throw Refusals.invalid(wrong);
        }
    }

    /// Those that a person may see, the latest first: the authority all, a department its own.
    List<LeakTraceView> list(Actor actor) {
        actor.must(Role.AUTHORITY, Role.SOURCE);
        return store.latest(actor.role() == Role.AUTHORITY ? null : actor.organisation()).stream()
                .map(it -> view(it, actor))
                .toList();
    }

    LeakTraceView get(UUID id, Actor actor) {
        return view(visible(id, actor), actor);
    }

    /// Asks the enclave what it found, and enters it; once that is done, what was found is given again.
    LeakTraceView finding(UUID id, Actor actor) {
        var leak = visible(id, actor);
        if (leak.state() != TraceState.WAITING) {
            return view(leak, actor);
        }
        var found = domain.order(Use.by(actor), new Order.ReadTrace(id.toString()), Answer.LeakTrace.class);
        if (found.state() == TraceState.WAITING) {
            throw Refusals.notOpen("leak-not-there", "25", List.of());
        }
        return view(requireNonNull(transaction.execute(_ -> traced(id, found, actor))), actor);
    }

    private LeakTrace traced(UUID id, Answer.LeakTrace found, Actor actor) {
        var before = store.hold(id).orElseThrow(Refusals::noSuchLeak);
        if (before.state() != TraceState.WAITING) {
            return before;
        }
        var recipients = found.found().stream()
                .map(it -> UUID.fromString(it.recipient()))
                .distinct()
                .toList();
        var facts = new HashMap<String, Object>();
        facts.put("leak", id);
        facts.put("state", found.state().name());
        facts.put("sm3", Objects.requireNonNullElse(found.fileSm3(), ""));
        facts.put("rows", found.rows());
        facts.put("compared", found.compared());
        facts.put(
                "named",
                found.found().stream()
                        .map(it -> Map.of(
                                "recipient",
                                it.recipient(),
                                "run",
                                it.run(),
                                "falsePositive",
                                Double.toString(it.falsePositive())))
                        .toList());
        var entry = evidence.enter(actor, "25", "leak-traced", null, facts);
        var after = before.traced(found, clock.instant(), entry);
        store.update(after);
        events.publishEvent(new LeakTraced(id, recipients, entry));
        return after;
    }

    private LeakTrace visible(UUID id, Actor actor) {
        actor.must(Role.AUTHORITY, Role.SOURCE);
        return store.find(id)
                .filter(it ->
                        actor.role() == Role.AUTHORITY || it.organisation().equals(actor.organisation()))
                .orElseThrow(Refusals::noSuchLeak);
    }

    private LeakTraceView view(LeakTrace it, Actor actor) {
        var finding = it.finding();
        var named = finding == null
                ? List.<LeakTraceView.Suspect>of()
                : finding.found().stream()
                        .flatMap(one -> suspect(one, actor).stream())
                        .toList();
        return new LeakTraceView(
                it.id(),
                it.fileName(),
                it.note(),
                it.organisationName(),
                it.personName(),
                it.at(),
                it.state(),
                it.tracedAt(),
                finding == null ? null : finding.fileSm3(),
                finding == null ? 0 : finding.rows(),
                finding == null ? 0 : finding.compared(),
                named,
                finding == null ? 0 : finding.found().size() - named.size(),
                problem(finding),
                it.evidence());
    }

    private static @Nullable String problem(Answer.@Nullable LeakTrace finding) {
        var problem = finding == null ? null : finding.problem();
        return problem == null ? null : EnclaveText.of(problem, LocaleContextHolder.getLocale());
    }

    /// A department is told of those who received its own data.
    private Optional<LeakTraceView.Suspect> suspect(Answer.Suspect it, Actor actor) {
        return releases.ofRun(UUID.fromString(it.run())).flatMap(release -> {
            var workspace = workspaces.find(release.workspace());
            return workspace.isVisibleTo(actor)
                    ? Optional.of(new LeakTraceView.Suspect(
                            workspace.partner(),
                            workspace.partnerName(),
                            release.id(),
                            release.number(),
                            workspace.title(),
                            it.falsePositive(),
                            it.places()))
                    : Optional.empty();
        });
    }
}
