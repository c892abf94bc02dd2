package org.mingqu.platform.products;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.workspace.ReleasedWorks.MadeOf;
import org.mingqu.platform.workspace.ReleasedWorks.Origin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Products for other rooms: what is filed, of what it was made, who uses it.
@Service
@Transactional(readOnly = true)
public class Products {

    private final ProductStore store;
    private final CustomerStore customers;

    Products(ProductStore store, CustomerStore customers) {
        this.store = store;
        this.customers = customers;
    }

    /// A product.
    ///
    /// @param filed whether it may be used now
    /// @param filingNo of the district; null where it never was filed
    /// @param workspace that it was released from
    public record KnownProduct(
            UUID id,
            UUID caseId,
            String number,
            String name,
            Party owner,
            ProductKind kind,
            UsePurpose purpose,
            String scenario,
            String audience,
            String wayOfUse,
            boolean filed,
            @Nullable String filingNo,
            String limits,
            String priceBasis,
            UUID workspace,
            List<Origin> origins,
            List<MadeOf> columns) {}

    /// An approved customer.
    public record Customer(Party party, UsePurpose purpose, String scenario) {}

    public Optional<KnownProduct> find(UUID id) {
        return store.find(id).map(Products::known);
    }

    /// Whether a person may know of a product that is not filed, or read more of one than everybody does.
    public boolean isVisibleTo(UUID id, Actor actor) {
        return store.find(id).filter(it -> it.isVisibleTo(actor)).isPresent();
    }

    /// What may be used now.
    public List<KnownProduct> filed() {
        return store.all().stream()
                .filter(it -> it.stage() == Product.Stage.FILED)
                .map(Products::known)
                .toList();
    }

    /// What may be used now and was made of a resource.
    public List<KnownProduct> madeOf(UUID resource) {
        return filed().stream()
                .filter(it -> it.origins().stream()
                        .anyMatch(origin -> origin.resource().equals(resource)))
                .toList();
    }

    /// The products that were released from a workspace and may be used now.
    public List<KnownProduct> releasedFrom(UUID workspace) {
        return filed().stream().filter(it -> it.workspace().equals(workspace)).toList();
    }

    /// Those that a person sees.
    public List<KnownProduct> visibleTo(Actor actor) {
        return store.all().stream()
                .filter(it -> it.isVisibleTo(actor))
                .map(Products::known)
                .toList();
    }

    /// Who may use a product.
    public List<Customer> customers(UUID id) {
        return customers.of(id).stream()
                .map(it -> new Customer(it.party(), it.purpose(), it.scenario()))
                .toList();
    }

    private static KnownProduct known(Product it) {
        var terms = it.terms();
        return new KnownProduct(
                it.id(),
                it.caseId(),
                it.number(),
                terms.name(),
                it.owner(),
                terms.kind(),
                terms.purpose(),
                terms.scenario(),
                terms.audience(),
                terms.wayOfUse(),
                it.stage() == Product.Stage.FILED,
                it.filingNo(),
                terms.limits(),
                terms.priceBasis(),
                it.derivation().workspace(),
                it.derivation().origins(),
                it.derivation().columns());
    }
}
