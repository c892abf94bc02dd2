package org.mingqu.platform.products;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/products/{id}/calls` and `/customers`: the use of filed products.
@RestController
@RequestMapping("/api/products")
class CallsController {

    private final Uses uses;

    CallsController(Uses uses) {
        this.uses = uses;
    }

    /// Uses a product once, for a scenario.
    @PostMapping("/{id}/calls")
    UseAnswer call(@PathVariable UUID id, @RequestBody UseRequest request, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        return uses.call(id, request, actor);
    }

    /// Who may be let use products.
    @GetMapping("/customers")
    List<Party> candidates(Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        return uses.candidates();
    }

    @PostMapping("/{id}/customers")
    List<CustomerView> admit(@PathVariable UUID id, @RequestBody CustomerRequest request, Actor actor) {
        actor.must(Role.PARTNER, Role.OPERATOR);
        return uses.admit(id, request, actor).stream().map(CustomerView::of).toList();
    }

    /// A call.
    ///
    /// @param request the customer's own id of it: letters, digits, `.`, `_`, `-`, at most 64
    /// @param scenario what for it is used
    /// @param filter the value that each named column must have
    record UseRequest(String request, String scenario, Map<String, String> filter) {}

    /// @param evidence the entry of this use
    record UseAnswer(String request, List<String> columns, List<List<@Nullable Object>> rows, UUID evidence) {}

    record CustomerRequest(UUID organisation, String scenario, UsePurpose purpose) {}

    record CustomerView(Party customer, String scenario, UsePurpose purpose, LocalDate since) {

        static CustomerView of(CustomerStore.ProductCustomer it) {
            return new CustomerView(it.party(), it.scenario(), it.purpose(), it.since());
        }
    }
}
