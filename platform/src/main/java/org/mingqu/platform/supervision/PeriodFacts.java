package org.mingqu.platform.supervision;

import java.time.LocalDate;
import java.util.List;
import org.mingqu.platform.agreements.AgreementRegister;
import org.mingqu.platform.workspace.UseFigures;

/// What the record says of a period; nobody writes it.
///
/// @param agreements whose term touches the period
/// @param used by organisation
/// @param duties how many duties fell due in the period, and how many were met in time
record PeriodFacts(
        LocalDate from,
        LocalDate until,
        List<AgreementRegister.ListedAgreement> agreements,
        List<UseFigures.UseOfPartner> used,
        DutiesMet duties) {

    record DutiesMet(long due, long inTime) {}
}
