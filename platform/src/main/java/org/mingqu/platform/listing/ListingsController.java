package org.mingqu.platform.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.procedures.OpenMove;
import org.mingqu.platform.rules.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/listings`: products at a data exchange (art. 23).
@RestController
@RequestMapping("/api/listings")
class ListingsController {

    private final Listings listings;
    private final ListingStore store;

    ListingsController(Listings listings, ListingStore store) {
        this.listings = listings;
        this.store = store;
    }

    /// The listings of products that the actor sees, the latest first.
    @GetMapping
    List<ListingView> list(Actor actor) {
        return listings.visibleTo(actor).stream().map(it -> view(it, actor)).toList();
    }

    @GetMapping("/{id}")
    ListingView get(@PathVariable UUID id, Actor actor) {
        return view(listings.visible(id, actor), actor);
    }

    /// Begins a listing; the legal opinion is then put to its case as a document.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListingView begin(@RequestBody Listings.ListingRequest request, Actor actor) {
        return view(listings.begin(request, actor), actor);
    }

    @PostMapping("/{id}/moves")
    ListingView move(@PathVariable UUID id, @RequestBody Listings.ListingMove request, Actor actor) {
        return view(listings.move(id, request, actor), actor);
    }

    /// The package as it was made, a ZIP that verifies offline.
    @GetMapping(path = "/{id}/package", produces = "application/zip")
    ResponseEntity<byte[]> content(@PathVariable UUID id, Actor actor) {
        var it = listings.visible(id, actor);
        if (!it.isOwnedBy(actor) && !actor.is(Role.AUTHORITY, Role.AUDIT_ADMIN, Role.MARKET_REGULATOR)) {
            throw new Refusal.NotYours("listing-not-yours", "23");
        }
        var content = store.content(id).orElseThrow(() -> new Refusal.NotOpen("listing-no-package", "23", List.of()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"".formatted(it.number()))
                .body(content);
    }

    private ListingView view(Listing it, Actor actor) {
        return new ListingView(
                it.id(),
                it.caseId(),
                it.version(),
                it.number(),
                it.product(),
                it.productName(),
                it.filingNo(),
                it.owner(),
                it.exchange(),
                it.stage(),
                it.begunOn(),
                it.preparedAt(),
                it.packageSm3(),
                it.exchangeNo(),
                it.reason(),
                it.isOwnedBy(actor),
                store.trades(it.id()),
                Listings.open(it, actor));
    }

    /// A listing.
    ///
    /// @param reason words, or the stable code of what withdrew it
    record ListingView(
            UUID id,
            UUID caseId,
            int version,
            String number,
            UUID product,
            String productName,
            String filingNo,
            Party owner,
            String exchange,
            Listing.ListingStage stage,
            LocalDate begunOn,
            @Nullable Instant preparedAt,
            @Nullable String packageSm3,
            @Nullable String exchangeNo,
            @Nullable String reason,
            boolean mine,
            List<ListingStore.Trade> trades,
            List<OpenMove> open) {}
}
