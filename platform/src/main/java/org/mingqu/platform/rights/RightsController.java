package org.mingqu.platform.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rights.SubjectViews.AuthorisationView;
import org.mingqu.platform.rights.SubjectViews.DataUseView;
import org.mingqu.platform.rights.SubjectViews.DepartmentUseView;
import org.mingqu.platform.rights.SubjectViews.IdentityView;
import org.mingqu.platform.rights.SubjectViews.LookView;
import org.mingqu.platform.rights.SubjectViews.OwnDataView;
import org.mingqu.platform.rights.SubjectViews.OwnScenarioView;
import org.mingqu.platform.rights.SubjectViews.StandingView;
import org.mingqu.platform.rights.SubjectViews.UseGroundView;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/rights`: what is held about the person who is signed in, who used it, and what they have authorised; and for a
/// department the uses of its data and on what ground they are.
@RestController
@RequestMapping("/api/rights")
class RightsController {

    private static final int MOST_LOOKS = 100;

    private final Identities identities;
    private final IdentityStore store;
    private final SubjectData data;
    private final Authorisations authorisations;
    private final DepartmentUses departments;
    private final OpenIdProvider provider;
    private final boolean demonstration;

    RightsController(
            Identities identities,
            IdentityStore store,
            SubjectData data,
            Authorisations authorisations,
            DepartmentUses departments,
            OpenIdProvider provider,
            @Value("${mingqu.demo:false}") boolean demonstration) {
        this.identities = identities;
        this.store = store;
        this.data = data;
        this.authorisations = authorisations;
        this.departments = departments;
        this.provider = provider;
        this.demonstration = demonstration;
    }

    @GetMapping
    StandingView standing(Actor actor) {
        var identity = identities
                .find(actor)
                .map(it -> new IdentityView(it.kind(), it.provider(), it.provenAt()))
                .orElse(null);
        var other = demonstration ? "demonstration" : null;
        return new StandingView(actor.personName(), identity, provider.isConnected() ? "openid" : other);
    }

    @GetMapping("/data")
    List<OwnDataView> data(Actor actor) {
        return data.data(identities.of(actor), actor);
    }

    @GetMapping("/uses")
    Page<DataUseView> uses(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Actor actor) {
        return data.uses(identities.of(actor), new Paging(page, size), actor);
    }

    /// Who looked at what is about the person, latest first.
    @GetMapping("/looks")
    List<LookView> looks(Actor actor) {
        return store.looks(identities.of(actor).subject(), MOST_LOOKS);
    }

    @GetMapping("/scenarios")
    List<OwnScenarioView> scenarios(Actor actor) {
        return data.scenarios(identities.of(actor), actor);
    }

    @GetMapping("/authorisations")
    List<AuthorisationView> authorisations(Actor actor) {
        actor.must(Role.SUBJECT);
        return authorisations.of(actor).stream().map(AuthorisationView::of).toList();
    }

    @PostMapping("/authorisations")
    @ResponseStatus(HttpStatus.CREATED)
    AuthorisationView authorise(@RequestBody AuthorisationRequest form, Actor actor) {
        var identity = identities.of(actor);
        var table = data.table(form.workspace(), identity, actor);
        return AuthorisationView.of(authorisations.give(table, form.until(), identity, actor));
    }

    @DeleteMapping("/authorisations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, Actor actor) {
        authorisations.withdraw(id, actor);
    }

    /// Who used the department's data, for what, when.
    @GetMapping("/department-uses")
    Page<DepartmentUseView> departmentUses(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size, Actor actor) {
        return departments.uses(new Paging(page, size), actor);
    }

    @GetMapping("/grounds")
    List<UseGroundView> grounds(Actor actor) {
        return departments.grounds(actor);
    }

    /// From now on only the rows of those who have authorised it.
    @PutMapping("/grounds/{workspace}/{resource}/consent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void demand(@PathVariable UUID workspace, @PathVariable UUID resource, Actor actor) {
        authorisations.demand(workspace, resource, actor);
    }

    @DeleteMapping("/grounds/{workspace}/{resource}/consent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void demandNoMore(@PathVariable UUID workspace, @PathVariable UUID resource, Actor actor) {
        authorisations.demandNoMore(workspace, resource, actor);
    }

    /// What is authorised.
    ///
    /// @param workspace of the market entity for the scenario
    /// @param until the last day, not after that of its agreement
    record AuthorisationRequest(UUID workspace, LocalDate until) {}
}
