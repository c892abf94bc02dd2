package org.mingqu.platform.workspace;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.workspace.ReleaseController.ReleaseMove;
import org.mingqu.platform.workspace.ReleaseController.ReleaseRequest;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.RunState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Releases: the only way by which an exact result leaves (art. 20, 32). The enclave checks it by itself, the
/// operator looks at it, the authority decides; nobody decides on what they asked for themselves.
@Service
class Releases {

    private static final int LONGEST_TEXT = 1_000;

    private final Workspaces workspaces;
    private final Runs runs;
    private final ReleaseStore store;
    private final ReleaseCases cases;
    private final Domain domain;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Releases(
            Workspaces workspaces,
            Runs runs,
            ReleaseStore store,
            ReleaseCases cases,
            Domain domain,
            Evidence evidence,
            TransactionTemplate transaction,
            Clock clock) {
        this.workspaces = workspaces;
        this.runs = runs;
        this.store = store;
        this.cases = cases;
        this.domain = domain;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A file that leaves.
    ///
    /// @param evidence the entry of this hand-over
    record Handed(Answer.HandedOver file, UUID evidence) {}

    /// Asks for the release of a finished run of the reviewed lane. Asking again for the same run gives the
    /// release that there is.
    ReleaseView ask(ReleaseRequest request, Actor actor) {
        check(request);
        var run = runs.visible(request.run(), actor);
        var workspace = workspaces.open(run.workspace(), actor);
        var before = store.ofRun(run.id());
        if (before.isPresent()) {
            return view(before.get(), actor);
        }
        if (!run.lane().staysInside() || run.state() != RunState.DONE) {
            throw Refusals.notOpen("release-run-not-done", "20", List.of());
        }
        var inspection = inspect(run.id(), Runs.use(workspace, actor));
        var failed = inspection.checks().stream()
                .filter(it -> it.outcome() == ReleaseCheck.Outcome.FAIL)
                .map(ReleaseCheck::rule) // the name of the check alone: what it says may speak of the result
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            throw new Refusal.NotOpen("release-check-failed", "32", List.of(), Map.of("rules", failed));
        }
        var release = requireNonNull(transaction.execute(_ -> opened(request, workspace, inspection, actor)));
        return view(release, actor);
    }

    private Release opened(ReleaseRequest request, Workspace workspace, Answer.Inspection inspection, Actor actor) {
        var id = UUID.randomUUID();
        var opened = cases.open(id, workspace, actor);
        var release = new Release(
                id,
                opened.id(),
                opened.number(),
                workspace.id(),
                request.run(),
                request.purpose().strip(),
                Objects.requireNonNullElse(request.recipientNote(), "").strip(),
                ReleaseStage.WITH_OPERATOR,
                actor.person(),
                actor.personName(),
                inspection.checks(),
                inspection.sm3(),
                runs.grade(workspace),
                null,
                null,
                clock.instant(),
                1);
        store.add(release);
        var facts = facts(release);
        facts.put("sql", inspection.sql());
        facts.put("purpose", release.purpose());
        evidence.enter(actor, "20", "release-asked", release.caseId(), facts);
        return release;
    }

    List<ReleaseView.ReleaseLine> list(Actor actor) {
        return store.all().stream().flatMap(it -> line(it, actor).stream()).toList();
    }

    private Optional<ReleaseView.ReleaseLine> line(Release it, Actor actor) {
        var workspace = workspaces.find(it.workspace());
        return isVisible(workspace, actor)
                ? Optional.of(new ReleaseView.ReleaseLine(
                        it.id(),
                        it.caseId(),
                        it.number(),
                        it.stage(),
                        it.workspace(),
                        workspace.title(),
                        it.purpose(),
                        it.authorName(),
                        workspace.partnerName(),
                        it.at()))
                : Optional.empty();
    }

    ReleaseView get(UUID id, Actor actor) {
        return view(visible(id, actor), actor);
    }

    /// Takes one step of the procedure.
    ReleaseView move(UUID id, ReleaseMove request, Actor actor) {
        visible(id, actor);
        var after = requireNonNull(transaction.execute(_ -> moved(id, request, actor)));
        return view(after, actor);
    }

    private Release moved(UUID id, ReleaseMove request, Actor actor) {
        var before = store.hold(id).orElseThrow(Refusals::noSuchRelease);
        if (request.step() == ReleaseStep.HAND_OVER) {
            throw Refusals.notOpen("release-hand-over-by-file", "20", List.of());
        }
        var move = cases.require(before, request.step(), actor, workspaces.find(before.workspace()));
        if (before.version() != request.version()) {
            throw new Refusal.ChangedMeanwhile();
        }
        var opinion = Objects.requireNonNullElse(request.opinion(), "").strip();
        if (move.needsOpinion() && opinion.isEmpty()) {
            throw Refusals.invalid(Map.of("opinion", "opinion-empty"));
        }
        if (opinion.length() > LONGEST_TEXT) {
            throw Refusals.invalid(Map.of("opinion", "field-too-long"));
        }
        var after = before.to(move.to(), actor.person());
        store.update(after);
        var facts = facts(after);
        facts.put("step", request.step().name());
        facts.put("opinion", opinion);
        var entry = evidence.enter(actor, move.article(), "release-moved", after.caseId(), facts);
        cases.move(before, move, opinion, entry, actor);
        return after;
    }

    /// Hands the file over. The entry of the use is durable before a byte of it leaves this method.
    Handed handOver(UUID id, Actor actor) {
        var release = visible(id, actor);
        var workspace = workspaces.open(release.workspace(), actor);
        if (release.stage() != ReleaseStage.APPROVED && release.stage() != ReleaseStage.HANDED_OVER) {
            throw Refusals.notOpen("release-not-approved", "20", List.of());
        }
        var order = new Order.HandOver(release.run().toString());
        var file = domain.order(Runs.use(workspace, actor), order, Answer.HandedOver.class);
        if (!file.reviewed().equals(release.fileSm3())) {
            throw Refusals.notOpen("release-file-differs", "32", List.of());
        }
        var entry = requireNonNull(transaction.execute(_ -> entered(id, file, actor)));
        return new Handed(file, entry);
    }

    private UUID entered(UUID id, Answer.HandedOver file, Actor actor) {
        var before = store.hold(id).orElseThrow(Refusals::noSuchRelease);
        workspaces.open(before.workspace(), actor);
        var facts = facts(before);
        facts.put("sm3", file.sm3());
        facts.put("reviewedSm3", file.reviewed());
        facts.put("recipient", actor.organisation());
        facts.put("bytes", file.content().length);
        facts.put("enclaveLogIndex", file.logIndex());
        var entry = evidence.enter(actor, "20", "release-handed-over", before.caseId(), facts);
        if (before.stage() == ReleaseStage.APPROVED) {
            var move = cases.require(before, ReleaseStep.HAND_OVER, actor, workspaces.find(before.workspace()));
            store.update(before.handedOver(entry));
            cases.move(before, move, "", entry, actor);
        }
        return entry;
    }

    private ReleaseView view(Release it, Actor actor) {
        var workspace = workspaces.find(it.workspace());
        var run = runs.visible(it.run(), actor);
        var inspection = mayReadResult(it, run, workspace, actor) ? inspect(it.run(), Use.by(actor)) : null;
        return ReleaseView.of(
                it,
                workspace,
                run,
                !workspace.isUsedBy(actor) || isApproved(it),
                inspection,
                cases.open(it, actor, workspace));
    }

    /// The reviewers read the result before it leaves; its author's side only once it may leave, and rows
    /// only in the file, which carries their mark.
    private static boolean mayReadResult(Release it, Run run, Workspace workspace, Actor actor) {
        if (workspace.state() != Workspace.State.OPEN) {
            return false; // the enclave gives nothing of it then, and the page is still to be read
        }
        if (workspace.isUsedBy(actor)) {
            return isApproved(it) && run.lane() != Lane.DATASET;
        }
        return actor.role() == Role.AUTHORITY || actor.role() == Role.OPERATOR;
    }

    private static boolean isApproved(Release it) {
        return it.stage() == ReleaseStage.APPROVED || it.stage() == ReleaseStage.HANDED_OVER;
    }

    private Answer.Inspection inspect(UUID run, Use use) {
        return domain.order(use, new Order.InspectRelease(run.toString()), Answer.Inspection.class);
    }

    private Release visible(UUID id, Actor actor) {
        return store.find(id)
                .filter(it -> isVisible(workspaces.find(it.workspace()), actor))
                .orElseThrow(Refusals::noSuchRelease);
    }

    private static boolean isVisible(Workspace workspace, Actor actor) {
        return actor.role() != Role.SOURCE && workspace.isVisibleTo(actor);
    }

    private static void check(ReleaseRequest request) {
        if (request.purpose().isBlank()) {
            throw Refusals.invalid(Map.of("purpose", "field-empty"));
        }
        if (request.purpose().length() > LONGEST_TEXT) {
            throw Refusals.invalid(Map.of("purpose", "field-too-long"));
        }
    }

    private static Map<String, Object> facts(Release it) {
        var facts = new HashMap<String, Object>();
        facts.put("release", it.id());
        facts.put("number", it.number());
        facts.put("workspace", it.workspace());
        facts.put("run", it.run());
        facts.put("sm3", it.fileSm3());
        return facts;
    }
}
