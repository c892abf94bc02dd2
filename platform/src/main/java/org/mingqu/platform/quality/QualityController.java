package org.mingqu.platform.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/quality-tickets`, `/api/quality-notices` and `/api/leaks` (art. 25).
@RestController
@RequestMapping("/api")
class QualityController {

    private final Tickets tickets;
    private final TicketStore store;
    private final Leaks leaks;

    QualityController(Tickets tickets, TicketStore store, Leaks leaks) {
        this.tickets = tickets;
        this.store = store;
        this.leaks = leaks;
    }

    @GetMapping("/quality-tickets")
    List<TicketView> tickets(Actor actor) {
        return tickets.visibleTo(actor).stream().map(it -> view(it, actor)).toList();
    }

    /// Reports a wrong value; one ticket for each resource that it came from.
    @PostMapping("/quality-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    List<TicketView> report(@RequestBody Tickets.TicketRequest request, Actor actor) {
        return tickets.report(request, actor).stream()
                .map(it -> view(it, actor))
                .toList();
    }

    @GetMapping("/quality-tickets/{id}")
    TicketView ticket(@PathVariable UUID id, Actor actor) {
        return view(tickets.get(id, actor), actor);
    }

    @PostMapping("/quality-tickets/{id}/moves")
    TicketView move(@PathVariable UUID id, @RequestBody Tickets.TicketMove request, Actor actor) {
        return view(tickets.move(id, request, actor), actor);
    }

    /// What the actor's organisation was told of products that it makes or uses.
    @GetMapping("/quality-notices")
    List<NoticeView> notices(Actor actor) {
        return store.toldTo(actor.organisation()).stream().map(NoticeView::of).toList();
    }

    @GetMapping("/leaks")
    List<LeakView> leaks(Actor actor) {
        return leaks.visibleTo(actor).stream().map(it -> LeakView.of(it, actor)).toList();
    }

    /// Whose use can be stopped.
    @GetMapping("/leaks/suspects")
    List<Party> suspects(Actor actor) {
        actor.must(Role.AUTHORITY, Role.SOURCE, Role.OPERATOR, Role.PARTNER, Role.SECURITY_REGULATOR);
        return leaks.suspects();
    }

    @PostMapping("/leaks")
    @ResponseStatus(HttpStatus.CREATED)
    LeakView report(@RequestBody Leaks.LeakRequest request, Actor actor) {
        return LeakView.of(leaks.report(request, actor), actor);
    }

    @GetMapping("/leaks/{id}")
    LeakView leak(@PathVariable UUID id, Actor actor) {
        return LeakView.of(leaks.get(id, actor), actor);
    }

    @PostMapping("/leaks/{id}/moves")
    LeakView move(@PathVariable UUID id, @RequestBody Leaks.LeakMove request, Actor actor) {
        return LeakView.of(leaks.move(id, request, actor), actor);
    }

    private TicketView view(Ticket it, Actor actor) {
        return new TicketView(
                it, store.told(it.id()).stream().map(NoticeView::of).toList(), Tickets.open(it, actor));
    }

    /// @param told who was told of it
    record TicketView(Ticket ticket, List<NoticeView> told, List<OpenMove> open) {}

    record NoticeView(UUID ticket, UUID product, String productName, Party to, Ticket.Stage stage, Instant at) {

        static NoticeView of(TicketStore.Notice it) {
            return new NoticeView(it.ticket(), it.product(), it.productName(), it.to(), it.stage(), it.at());
        }
    }

    /// A leak with all that was said.
    record LeakView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            Party reporter,
            String what,
            @Nullable Party suspect,
            List<UUID> stopped,
            @Nullable String trace,
            @Nullable String finding,
            Leak.LeakStage stage,
            LocalDate reportedOn,
            List<OpenMove> open) {

        static LeakView of(Leak it, Actor actor) {
            return new LeakView(
                    it.id(),
                    it.caseId(),
                    it.version(),
                    it.number(),
                    it.reporter(),
                    it.what(),
                    it.suspect(),
                    it.stopped(),
                    it.trace(),
                    it.finding(),
                    it.stage(),
                    it.reportedOn(),
                    Leaks.open(it, actor));
        }
    }
}
