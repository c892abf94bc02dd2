package org.mingqu.platform.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.coordination.CityRequests.CityMove;
import org.mingqu.platform.coordination.CitySending.CityAsking;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.procedures.CaseFile;
import org.mingqu.platform.procedures.OpenMove;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/city-requests`: what the authority asked the city's department for, and what it answered.
@RestController
@RequestMapping("/api/city-requests")
class CityRequestsController {

    private final CityRequests requests;
    private final CitySending sending;
    private final CityViews views;

    CityRequestsController(CityRequests requests, CitySending sending, CityViews views) {
        this.requests = requests;
        this.sending = sending;
        this.views = views;
    }

    /// The requests that the person may see, the latest first.
    ///
    /// @param origin only those of this case
    @GetMapping
    List<CityRequestView> list(@RequestParam @Nullable UUID origin, Actor actor) {
        return requests.visibleTo(origin, actor).stream()
                .map(it -> views.of(it, actor))
                .toList();
    }

    @GetMapping("/{id}")
    CityRequestView get(@PathVariable UUID id, Actor actor) {
        return views.of(requests.get(id, actor), actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CityRequestView send(@RequestBody CityAsking asking, Actor actor) {
        return views.of(sending.send(asking, actor), actor);
    }

    @PostMapping("/{id}/moves")
    CityRequestView move(@PathVariable UUID id, @RequestBody CityMove move, Actor actor) {
        return views.of(requests.move(id, move, actor), actor);
    }

    /// A request as a person sees it.
    ///
    /// @param department whose part of the case waits for it; null for the authority's own
    /// @param rests whether a clock of that case rests for it
    record CityRequestView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            CityRequest.Stage stage,
            CaseFile origin,
            CityRequest.Reach reach,
            String title,
            String what,
            String why,
            @Nullable Party department,
            LocalDate sentOn,
            LocalDate due,
            boolean provisional,
            boolean late,
            boolean rests,
            List<CityRequest.Recorded> answers,
            List<OpenMove> open) {}
}
