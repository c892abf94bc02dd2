package org.mingqu.platform.products;

import static org.mingqu.platform.parties.Role.ASSESSOR;
import static org.mingqu.platform.parties.Role.AUTHORITY;
import static org.mingqu.platform.parties.Role.OPERATOR;
import static org.mingqu.platform.parties.Role.PARTNER;
import static org.mingqu.platform.procedures.Move.move;
import static org.mingqu.platform.products.Product.ProductStep.ADVISE;
import static org.mingqu.platform.products.Product.ProductStep.APPOINT;
import static org.mingqu.platform.products.Product.ProductStep.COMPLETE;
import static org.mingqu.platform.products.Product.ProductStep.PASS_COMPLIANCE;
import static org.mingqu.platform.products.Product.ProductStep.PASS_SECURITY;
import static org.mingqu.platform.products.Product.ProductStep.REFUSE;
import static org.mingqu.platform.products.Product.ProductStep.REGISTER;
import static org.mingqu.platform.products.Product.ProductStep.RETURN;
import static org.mingqu.platform.products.Product.ProductStep.REVOKE;
import static org.mingqu.platform.products.Product.ProductStep.SUBMIT;
import static org.mingqu.platform.products.Product.ProductStep.WITHDRAW;
import static org.mingqu.platform.products.Product.Stage.DRAFT;
import static org.mingqu.platform.products.Product.Stage.FILED;
import static org.mingqu.platform.products.Product.Stage.REFUSED;
import static org.mingqu.platform.products.Product.Stage.RETURNED;
import static org.mingqu.platform.products.Product.Stage.REVIEWED;
import static org.mingqu.platform.products.Product.Stage.REVOKED;
import static org.mingqu.platform.products.Product.Stage.SUBMITTED;
import static org.mingqu.platform.products.Product.Stage.WITHDRAWN;
import static org.mingqu.platform.products.Product.Stage.WITH_COMPLIANCE;
import static org.mingqu.platform.products.Product.Stage.WITH_SECURITY;

import java.util.List;
import org.mingqu.platform.procedures.Procedure;
import org.mingqu.platform.products.Product.ProductStep;
import org.mingqu.platform.products.Product.Stage;

/// Article 22 as a table: complete, compliant, safe, filed. An assessor advises or passes a review; only the authority
/// returns, refuses and files. Whoever is dissatisfied hears all defects at a time.
final class ProductProcedure {

    static final String COMPLETENESS = "product-completeness";
    static final String REVIEW = "product-review";
    static final String FILING = "product-filing";

    // spotless:off
    static final Procedure<Stage, ProductStep> RULES = new Procedure<>("PRODUCT",
            List.of(DRAFT, SUBMITTED, WITH_COMPLIANCE, WITH_SECURITY, REVIEWED, FILED, RETURNED, REFUSED, WITHDRAWN, REVOKED),
            List.of(
                move(DRAFT,           SUBMIT,          SUBMITTED,       PARTNER,   "22").within(COMPLETENESS),
                move(DRAFT,           SUBMIT,          SUBMITTED,       OPERATOR,  "22").within(COMPLETENESS),
                move(DRAFT,           WITHDRAW,        WITHDRAWN,       PARTNER,   "22"),
                move(DRAFT,           WITHDRAW,        WITHDRAWN,       OPERATOR,  "22"),
                move(RETURNED,        SUBMIT,          SUBMITTED,       PARTNER,   "22").within(COMPLETENESS),
                move(RETURNED,        SUBMIT,          SUBMITTED,       OPERATOR,  "22").within(COMPLETENESS),
                move(RETURNED,        WITHDRAW,        WITHDRAWN,       PARTNER,   "22"),
                move(RETURNED,        WITHDRAW,        WITHDRAWN,       OPERATOR,  "22"),
                move(SUBMITTED,       COMPLETE,        WITH_COMPLIANCE, AUTHORITY, "22").within(REVIEW),
                move(SUBMITTED,       RETURN,          RETURNED,        AUTHORITY, "22").withOpinion(),
                move(SUBMITTED,       REFUSE,          REFUSED,         AUTHORITY, "22").withOpinion(),
                move(WITH_COMPLIANCE, PASS_COMPLIANCE, WITH_SECURITY,   AUTHORITY, "22").withOpinion().within(REVIEW),
                move(WITH_COMPLIANCE, PASS_COMPLIANCE, WITH_SECURITY,   ASSESSOR,  "22").withOpinion().within(REVIEW),
                move(WITH_COMPLIANCE, ADVISE,          WITH_COMPLIANCE, ASSESSOR,  "22").withOpinion(),
                move(WITH_COMPLIANCE, APPOINT,         WITH_COMPLIANCE, AUTHORITY, "22").within(REVIEW),
                move(WITH_COMPLIANCE, RETURN,          RETURNED,        AUTHORITY, "22").withOpinion(),
                move(WITH_COMPLIANCE, REFUSE,          REFUSED,         AUTHORITY, "22").withOpinion(),
                move(WITH_SECURITY,   PASS_SECURITY,   REVIEWED,        AUTHORITY, "22").withOpinion().within(FILING),
                move(WITH_SECURITY,   PASS_SECURITY,   REVIEWED,        ASSESSOR,  "22").withOpinion().within(FILING),
                move(WITH_SECURITY,   ADVISE,          WITH_SECURITY,   ASSESSOR,  "22").withOpinion(),
                move(WITH_SECURITY,   APPOINT,         WITH_SECURITY,   AUTHORITY, "22").within(REVIEW),
                move(WITH_SECURITY,   RETURN,          RETURNED,        AUTHORITY, "22").withOpinion(),
                move(WITH_SECURITY,   REFUSE,          REFUSED,         AUTHORITY, "22").withOpinion(),
                move(REVIEWED,        REGISTER,            FILED,           AUTHORITY, "22").withOpinion(),
                move(REVIEWED,        RETURN,          RETURNED,        AUTHORITY, "22").withOpinion(),
                move(REVIEWED,        REFUSE,          REFUSED,         AUTHORITY, "22").withOpinion(),
                move(FILED,           WITHDRAW,        WITHDRAWN,       PARTNER,   "22").withOpinion(),
                move(FILED,           WITHDRAW,        WITHDRAWN,       OPERATOR,  "22").withOpinion(),
                move(FILED,           REVOKE,          REVOKED,         AUTHORITY, "22").withOpinion()));
    // spotless:on

    private ProductProcedure() {}
}
