package org.mingqu.platform.rights;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.platform.catalogue.HeldData;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rights.SubjectViews.DepartmentUseView;
import org.mingqu.platform.rights.SubjectViews.UseGroundView;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.mingqu.platform.workspace.DataUses;
import org.mingqu.platform.workspace.DataUses.OpenTable;
import org.springframework.stereotype.Service;

/// For a source department: who used its data, for what, when (art. 4); where they may be used, and on what ground
/// (art. 20).
@Service
class DepartmentUses {

    private final DataUses uses;
    private final HeldData held;
    private final ListStore lists;
    private final AuthorisationStore authorisations;

    DepartmentUses(DataUses uses, HeldData held, ListStore lists, AuthorisationStore authorisations) {
        this.uses = uses;
        this.held = held;
        this.lists = lists;
        this.authorisations = authorisations;
    }

    Page<DepartmentUseView> uses(Paging paging, Actor actor) {
        actor.must(Role.SOURCE);
        var found = uses.ofDepartment(actor.organisation(), paging);
        return paging.of(
                found.items().stream()
                        .map(it -> new DepartmentUseView(
                                it.at(),
                                it.partnerName(),
                                it.personName(),
                                it.scenario(),
                                it.agreement(),
                                it.workspace(),
                                it.resource(),
                                title(it.resource()),
                                it.lane(),
                                it.evidence()))
                        .toList(),
                found.total());
    }

    List<UseGroundView> grounds(Actor actor) {
        actor.must(Role.SOURCE);
        return uses.openOf(actor.organisation()).stream()
                .flatMap(it -> ground(it).stream())
                .toList();
    }

    private Optional<UseGroundView> ground(OpenTable it) {
        return held.find(it.resource())
                .filter(data -> !data.subjectKind().isEmpty())
                .map(data -> {
                    var demanded =
                            lists.find("CONSENT", it.workspace(), it.resource()).isPresent();
                    return new UseGroundView(
                            it.workspace(),
                            it.resource(),
                            data.title(),
                            it.partnerName(),
                            it.scenario(),
                            it.agreement(),
                            it.until(),
                            demanded,
                            demanded ? authorisations.subjects(it.workspace()).size() : null);
                });
    }

    private String title(UUID resource) {
        return held.find(resource).map(HeldData.Held::title).orElse("");
    }
}
