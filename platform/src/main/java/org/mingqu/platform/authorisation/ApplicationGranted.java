package org.mingqu.platform.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.warrant.Mask;

/// Every department has decided, and one at least has consented.
///
/// @param until the last day for which all who consented did so
public record ApplicationGranted(
        UUID application, Scenario scenario, Party applicant, LocalDate until, List<GrantedTable> tables) {

    public String title() {
        return scenario.title();
    }

    /// What one department granted of one resource.
    ///
    /// @param columns the columns that were asked for, without those that were dropped
    /// @param masks by column; a column that is not there is not masked
    public record GrantedTable(
            UUID resource, String title, Party department, List<String> columns, Map<String, Mask> masks) {}
}
