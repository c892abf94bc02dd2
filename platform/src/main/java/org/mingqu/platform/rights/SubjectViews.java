package org.mingqu.platform.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.Lane;

/// What a data subject is shown.
final class SubjectViews {

    private SubjectViews() {}

    /// Who the person is here.
    ///
    /// @param identity null until proven
    /// @param provider by which it can be proven: `openid`, `demonstration`, or null for none
    record StandingView(
            String name,
            @Nullable IdentityView identity,
            @Nullable String provider) {}

    /// A proven identity, without its number.
    record IdentityView(String subjectKind, String provider, Instant provenAt) {}

    /// A resource in which the person has rows.
    ///
    /// @param since when the department's first data came into the domain
    /// @param at when the newest did
    /// @param rows how many of them are the person's
    record OwnDataView(
            UUID resource,
            String title,
            UUID department,
            String departmentName,
            List<String> fields,
            Instant since,
            Instant at,
            long rows) {}

    /// A use of a resource in which the person has rows.
    ///
    /// @param lane in which way: a statistic with noise, or an exact one that people reviewed before it left
    /// @param included false where only the rows of those who authorised it were used, and the person had not
    record DataUseView(
            Instant at,
            String partnerName,
            String scenario,
            UUID agreement,
            String title,
            Lane lane,
            boolean included) {}

    /// Somebody looked at where the person has rows, or at the rows themselves.
    record LookView(
            Instant at,
            String organisationName,
            String personName,
            String what,
            String title,
            @Nullable UUID request) {}

    /// A scenario in which data are used that the person has rows in.
    ///
    /// @param titles of the resources
    /// @param onConsent whether the department demands the person's authorisation for at least one of them
    /// @param authorisation that the person has given; null for none
    record OwnScenarioView(
            UUID workspace,
            String partnerName,
            String scenario,
            UUID agreement,
            LocalDate until,
            List<String> titles,
            boolean onConsent,
            @Nullable AuthorisationView authorisation) {}

    record AuthorisationView(
            UUID id,
            UUID workspace,
            String partnerName,
            String scenario,
            Instant givenAt,
            LocalDate until,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            UUID evidence) {

        static AuthorisationView of(SubjectAuthorisation it) {
            return new AuthorisationView(
                    it.id(),
                    it.workspace(),
                    it.partnerName(),
                    it.scenario(),
                    it.givenAt(),
                    it.until(),
                    it.endedAt(),
                    it.endedBy(),
                    it.evidence());
        }
    }

    /// Where a department's resource is used, and on what ground.
    ///
    /// @param authorised how many subjects have authorised the use; counted only where consent is demanded
    record UseGroundView(
            UUID workspace,
            UUID resource,
            String title,
            String partnerName,
            String scenario,
            UUID agreement,
            LocalDate until,
            boolean onConsent,
            @Nullable Integer authorised) {}

    /// A use of a department's data.
    record DepartmentUseView(
            Instant at,
            String partnerName,
            String personName,
            String scenario,
            UUID agreement,
            UUID workspace,
            UUID resource,
            String title,
            Lane lane,
            UUID evidence) {}
}
