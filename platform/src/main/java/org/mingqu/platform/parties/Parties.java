package org.mingqu.platform.parties;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Organisations and people: to ask, and to add.
@Service
@Transactional
public class Parties {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{2,39}");
    private static final List<String> KINDS =
            List.of("DEPARTMENT", "INSTITUTION", "COMPANY", "UNINCORPORATED", "NATURAL_PERSON");

    private final PartyStore store;
    private final Passwords passwords;

    Parties(PartyStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /// Whether nobody is here yet.
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return store.isEmpty();
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> organisation(UUID id) {
        return store.organisation(id);
    }

    @Transactional(readOnly = true)
    public List<Organisation> organisations() {
        return store.organisations();
    }

    /// The organisations that have people in a role.
    @Transactional(readOnly = true)
    public List<Organisation> withRole(Role role) {
        return store.withRole(role);
    }

    /// A person in a post.
    public record Colleague(UUID person, String name, Organisation organisation) {}

    /// The people who have a role, and may sign in.
    @Transactional(readOnly = true)
    public List<Colleague> people(Role role) {
        return store.people(role);
    }

    @Transactional(readOnly = true)
    public Optional<String> personName(UUID id) {
        return store.person(id).map(Person::name);
    }

    /// Whether a person can act for an organisation in a role.
    @Transactional(readOnly = true)
    public boolean acts(UUID person, UUID organisation, Role role) {
        return store.person(person)
                .filter(it -> it.posts().stream()
                        .anyMatch(post -> post.organisation().id().equals(organisation) && post.role() == role))
                .isPresent();
    }

    /// Adds an organisation.
    ///
    /// @param creditCode null for a natural person, and for a department that has none
    public Organisation add(String name, @Nullable String creditCode, String kind) {
        var wrong = new LinkedHashMap<String, String>();
        if (name.isBlank()) {
            wrong.put("name", "field-empty");
        }
        if (!KINDS.contains(kind)) {
            wrong.put("kind", "kind-unknown");
        }
        var code = creditCode == null || creditCode.isBlank() ? null : creditCode.strip();
        if (code != null && !CreditCode.isValid(code)) {
            wrong.put("creditCode", "credit-code");
        } else if (code != null && store.hasCreditCode(code)) {
            wrong.put("creditCode", "credit-code-taken");
        }
        refuse(wrong);
        var organisation = new Organisation(UUID.randomUUID(), name.strip(), kind, code);
        store.add(organisation);
        return organisation;
    }

    /// Adds a person with an account.
    ///
    /// @param mustChange whether the password is to be changed at the first sign-in
    /// @return the person's id
    public UUID addPerson(
            String username, String name, UUID organisation, List<Role> roles, String password, boolean mustChange) {
        var wrong = new LinkedHashMap<String, String>();
        if (!USERNAME.matcher(username).matches()) {
            wrong.put("username", "username-form");
        } else if (store.byUsername(username).isPresent()) {
            wrong.put("username", "username-taken");
        }
        if (name.isBlank()) {
            wrong.put("name", "field-empty");
        }
        if (roles.isEmpty()) {
            wrong.put("roles", "field-empty");
        }
        passwords.fault(password, username).ifPresent(it -> wrong.put("password", it));
        refuse(wrong);
        var id = UUID.randomUUID();
        var hash = passwords.hash(password);
        store.add(new Person(
                id, username, name.strip(), hash, null, 0, 0, null, false, mustChange, posts(organisation, roles)));
        return id;
    }

    List<Person.Post> posts(UUID organisation, List<Role> roles) {
        var found = store.organisation(organisation).orElseThrow(() -> new Refusal.NotFound("organisation"));
        if (store.isMerged(organisation)) {
            throw new Refusal.NotOpen("organisation-merged", "3", List.of());
        }
        return roles.stream().distinct().map(it -> new Person.Post(found, it)).toList();
    }

    private static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong);
        }
    }
}
