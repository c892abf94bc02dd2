package org.mingqu.platform.workspace;

import java.util.List;
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
import org.springframework.stereotype.Component;

/// Releases as cases: who has it, within what time, and what is open to whom.
@Component
class ReleaseCases implements CaseSubject {

    private final ReleaseStore releases;
    private final WorkspaceStore workspaces;
    private final CaseFiles cases;
    private final Parties parties;

    ReleaseCases(ReleaseStore releases, WorkspaceStore workspaces, CaseFiles cases, Parties parties) {
        this.releases = releases;
        this.workspaces = workspaces;
        this.cases = cases;
        this.parties = parties;
    }

    CaseFile open(UUID release, Workspace workspace, Actor actor) {
        var file = cases.open(ReleaseProcedure.RULES, "CY", workspace.title(), actor.party(), release);
        hand(file.id(), ReleaseStage.WITH_OPERATOR, ReleaseStep.FORWARD, Role.OPERATOR, ReleaseProcedure.OPERATOR_TERM);
        return file;
    }

    /// The move for a step, if it is this person's to take: nobody decides on what they asked for themselves.
    Move<ReleaseStage, ReleaseStep> require(Release it, ReleaseStep step, Actor actor, Workspace workspace) {
        var move = ReleaseProcedure.RULES.require(it.stage(), step, actor.role());
        if (!ReleaseProcedure.isFor(it.grade(), move)) {
            throw Refusals.notOpen(
                    "step-not-open",
                    move.article(),
                    open(it, actor, workspace).stream().map(OpenMove::step).toList());
        }
        if (isReview(step) && it.author().equals(actor.person())) {
            throw Refusals.notYours("release-own", move.article());
        }
        if (isSecond(it, actor)) {
            throw Refusals.notYours("release-second", move.article());
        }
        if (!isReview(step) && !workspace.isUsedBy(actor)) {
            throw Refusals.notYours("workspace-not-yours", move.article());
        }
        return move;
    }

    List<OpenMove> open(Release it, Actor actor, Workspace workspace) {
        return ReleaseProcedure.RULES.openTo(actor.role(), it.stage()).stream()
                .filter(move -> ReleaseProcedure.isFor(it.grade(), move) && !isSecond(it, actor))
                .filter(move -> isReview(move.step()) ? !it.author().equals(actor.person()) : workspace.isUsedBy(actor))
                .map(OpenMove::of)
                .toList();
    }

    private static boolean isReview(ReleaseStep step) {
        return switch (step) {
            case FORWARD, APPROVE_FIRST, APPROVE, REFUSE -> true;
            case WITHDRAW, HAND_OVER -> false;
        };
    }

    /// Whether it waits for the second of two persons, and this is the first.
    private static boolean isSecond(Release it, Actor actor) {
        return it.stage() == ReleaseStage.WITH_SECOND && actor.person().equals(it.firstDecision());
    }

    void move(Release before, Move<ReleaseStage, ReleaseStep> move, String opinion, UUID entry, Actor actor) {
        cases.move(before.caseId(), move, move.to().name(), opinion, entry, actor);
        switch (move.to()) {
            case WITH_AUTHORITY, WITH_SECOND -> {
                cases.settle(before.caseId());
                hand(before.caseId(), move.to(), ReleaseStep.APPROVE, Role.AUTHORITY, move.next());
            }
            case APPROVED -> {
                cases.settle(before.caseId());
                var workspace = workspaces.find(before.workspace()).orElseThrow();
                var user = new Party(workspace.partner(), workspace.partnerName(), Role.PARTNER.name());
                cases.task(
                        before.caseId(),
                        move.to().name(),
                        ReleaseStep.HAND_OVER.name(),
                        user,
                        Role.PARTNER,
                        null,
                        move.article());
            }
            case REFUSED, HANDED_OVER, WITHDRAWN -> cases.close(before.caseId());
            case WITH_OPERATOR -> {}
        }
    }

    private void hand(UUID caseId, ReleaseStage stage, ReleaseStep step, Role role, @Nullable String term) {
        parties.withRole(role)
                .forEach(it -> cases.task(caseId, stage.name(), step.name(), it.party(), role, term, "20"));
    }

    @Override
    public Procedure<?, ?> procedure() {
        return ReleaseProcedure.RULES;
    }

    @Override
    public List<OpenMove> open(UUID subject, Actor actor) {
        return releases.find(subject)
                .flatMap(it -> workspaces.find(it.workspace()).map(workspace -> open(it, actor, workspace)))
                .orElse(List.of());
    }
}
