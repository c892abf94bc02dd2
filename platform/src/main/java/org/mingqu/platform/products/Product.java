package org.mingqu.platform.products;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.workspace.ReleasedWorks.MadeOf;
import org.mingqu.platform.workspace.ReleasedWorks.Origin;

/// A product on its way to be filed, and after it (art. 22).
///
/// @param owner who made it; its kind is the role in which it did
/// @param assessor the appointed third party, who sees this product only; null without one
/// @param filingNo the district's filing number; null before
record Product(
        UUID id,
        UUID caseId,
        int version,
        String number,
        Party owner,
        ProductTerms terms,
        Derivation derivation,
        Stage stage,
        @Nullable Party assessor,
        @Nullable String filingNo,
        LocalDate startedOn,
        @Nullable LocalDate filedOn) {

    /// Where a product stands.
    enum Stage {
        DRAFT,
        SUBMITTED,
        RETURNED,
        WITH_COMPLIANCE,
        WITH_SECURITY,
        REVIEWED,
        FILED,
        REFUSED,
        WITHDRAWN,
        REVOKED
    }

    /// What can be done with it.
    enum ProductStep {
        SUBMIT,
        COMPLETE,
        RETURN,
        REFUSE,
        APPOINT,
        ADVISE,
        PASS_COMPLIANCE,
        PASS_SECURITY,
        REGISTER,
        WITHDRAW,
        REVOKE
    }

    /// What it was made of: from the release, nobody types it.
    ///
    /// @param scenario that the use of the data was approved for
    /// @param sm3 of the released file
    record Derivation(
            UUID release,
            String releaseNumber,
            UUID workspace,
            UUID agreement,
            String scenario,
            String sm3,
            List<Origin> origins,
            List<MadeOf> columns) {

        Derivation {
            origins = List.copyOf(origins);
            columns = List.copyOf(columns);
        }
    }

    boolean isOwnedBy(Actor actor) {
        return owner.id().equals(actor.organisation())
                && owner.kind().equals(actor.role().name());
    }

    /// Who may know of it: its maker, those who supervise, the appointed assessor, and the departments whose data are
    /// in it. The operator answers for its partners (art. 28).
    boolean isVisibleTo(Actor actor) {
        var appointed = assessor;
        return switch (actor.role()) {
            case AUTHORITY, OPERATOR, AUDIT_ADMIN, SECURITY_REGULATOR, MARKET_REGULATOR -> true;
            case PARTNER -> isOwnedBy(actor);
            case ASSESSOR -> appointed != null && appointed.id().equals(actor.organisation());
            case SOURCE ->
                derivation.origins().stream()
                        .anyMatch(it -> it.department().id().equals(actor.organisation()));
            default -> false;
        };
    }

    Product with(ProductTerms other) {
        return new Product(
                id,
                caseId,
                version + 1,
                number,
                owner,
                other,
                derivation,
                stage,
                assessor,
                filingNo,
                startedOn,
                filedOn);
    }

    Product in(Stage next) {
        return new Product(
                id,
                caseId,
                version + 1,
                number,
                owner,
                terms,
                derivation,
                next,
                assessor,
                filingNo,
                startedOn,
                filedOn);
    }

    Product appointed(Party who) {
        var kind = new Party(who.id(), who.name(), Role.ASSESSOR.name());
        return new Product(
                id, caseId, version + 1, number, owner, terms, derivation, stage, kind, filingNo, startedOn, filedOn);
    }

    Product filed(String filing, LocalDate day) {
        return new Product(
                id,
                caseId,
                version + 1,
                number,
                owner,
                terms,
                derivation,
                Stage.FILED,
                assessor,
                filing,
                startedOn,
                day);
    }
}
