package org.mingqu.platform.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.warrant.Mask;

/// All have signed.
///
/// @param partner who may use the data
/// @param until the last day of use
public record AgreementInForce(
        UUID agreementId, UUID caseId, Party partner, LocalDate until, String scenario, List<AgreedTable> tables) {

    /// What may be used of one resource, under the conditions of its department.
    public record AgreedTable(UUID resource, UUID department, List<String> columns, Map<String, Mask> masks) {}
}
