package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.calendar.CalendarTerm;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.rules.Rules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps cases, in the transaction of the room whose case it is.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFiles {

    private final CaseStore store;
    private final ObjectProvider<StepObstacle> obstacles;
    private final Rules rules;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    CaseFiles(
            CaseStore store,
            ObjectProvider<StepObstacle> obstacles,
            Rules rules,
            ApplicationEventPublisher news,
            Clock clock) {
        this.store = store;
        this.obstacles = obstacles;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    /// Opens a case.
    ///
    /// @param prefix of its number, such as `SQ`
    public CaseFile open(Procedure<?, ?> procedure, String prefix, String title, Party applicant, UUID subject) {
        var today = LocalDate.now(clock);
        var file = new CaseFile(
                UUID.randomUUID(),
                procedure.kind(),
                store.nextNumber(prefix, today.getYear()),
                title,
                procedure.stages().getFirst().name(),
                applicant,
                today,
                1,
                false,
                subject);
        store.add(file);
        store.admit(file.id(), applicant.id());
        return file;
    }

    /// Lets an organisation see the case.
    public void admit(UUID id, UUID organisation) {
        store.admit(id, organisation);
    }

    public void rename(UUID id, String title) {
        store.rename(id, title);
    }

    /// Writes a move down: the act, the new stage, and that the actor's own task is done.
    ///
    /// @throws Refusal if another room has something against it
    public void move(UUID id, Move<?, ?> move, String to, String opinion, UUID evidence, Actor actor) {
        var before = get(id);
        obstacles.forEach(it -> it.check(before, move.step().name(), actor));
        store.act(
                id,
                clock.instant(),
                actor,
                move.step().name(),
                move.from().name(),
                to,
                move.article(),
                opinion,
                evidence);
        done(id, actor.organisation(), actor.role());
        store.stage(id, to);
        var file = get(id);
        if (!move.from().name().equals(to) && !file.applicant().id().equals(actor.organisation())) {
            news.publishEvent(new CaseNews(
                    CaseNews.Kind.MOVED, file, to, file.applicant().id(), null, null, null, move.article()));
        }
    }

    /// Writes down what time has done to the case.
    public void lapse(UUID id, Lapse<?, ?> lapse, UUID evidence, Actor platform) {
        store.act(
                id,
                clock.instant(),
                platform,
                lapse.step().name(),
                lapse.from().name(),
                lapse.to().name(),
                lapse.article(),
                null,
                evidence);
        store.stage(id, lapse.to().name());
    }

    /// Writes a notice into the history of the case; its stage stays.
    public void notice(UUID id, String step, String article, UUID evidence, Actor actor) {
        notice(id, step, article, evidence, actor, null);
    }

    /// Writes a notice with what was said; its stage stays.
    public void notice(UUID id, String step, String article, UUID evidence, Actor actor, @Nullable String opinion) {
        var stage = get(id).stage();
        store.act(id, clock.instant(), actor, step, stage, stage, article, opinion, evidence);
    }

    /// Gives an organisation something to do.
    ///
    /// @param term name of the term in the register of rules; null for a task without a clock
    public void task(UUID id, String stage, String step, Party to, Role role, @Nullable String term, String article) {
        store.admit(id, to.id());
        var today = LocalDate.now(clock);
        if (term == null) {
            store.task(id, stage, step, to, role, clock.instant(), today, null, false, null, null, article);
            tell(id, stage, to, role, null, article);
            return;
        }
        // What began under a rule ends under it (art. 41), however long it takes.
        var length = rules.term(term, get(id).startedOn());
        var deadline = rules.calendar().deadline(today, length);
        store.task(
                id,
                stage,
                step,
                to,
                role,
                clock.instant(),
                today,
                deadline.lastDay(),
                deadline.provisional(),
                length,
                term,
                article);
        tell(id, stage, to, role, deadline.lastDay(), article);
    }

    /// Gives an organisation something to do by a day that the case's own room has worked out.
    ///
    /// @param received the day from which it counts
    public void task(
            UUID id,
            String stage,
            String step,
            Party to,
            Role role,
            LocalDate received,
            Deadline deadline,
            String article) {
        store.admit(id, to.id());
        var days = (int) Math.max(1, ChronoUnit.DAYS.between(received, deadline.lastDay()));
        store.task(
                id,
                stage,
                step,
                to,
                role,
                clock.instant(),
                received,
                deadline.lastDay(),
                deadline.provisional(),
                CalendarTerm.days(days),
                null,
                article);
        tell(id, stage, to, role, deadline.lastDay(), article);
    }

    private void tell(UUID id, String stage, Party to, Role role, @Nullable LocalDate due, String article) {
        news.publishEvent(new CaseNews(CaseNews.Kind.TASK, get(id), stage, to.id(), role, null, due, article));
    }

    /// Whether a document was put to the case.
    public boolean hasDocument(UUID id) {
        return store.hasDocument(id);
    }

    /// An organisation has done in a role what it had to do.
    public void done(UUID id, UUID organisation, Role role) {
        store.done(id, organisation, role, clock.instant());
        news.publishEvent(new CaseActed(id, organisation, role));
    }

    /// Nobody has anything to do in the case any more.
    public void settle(UUID id) {
        store.doneAll(id, clock.instant());
    }

    /// Ends a case at a stage that its own table does not lead to: what it belonged to has ended.
    public void ended(UUID id, String stage) {
        store.stage(id, stage);
        close(id);
    }

    public void close(UUID id) {
        store.doneAll(id, clock.instant());
        store.close(id);
        news.publishEvent(new CaseEnded(id));
    }

    public CaseFile get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refusal.NotFound("case"));
    }
}
