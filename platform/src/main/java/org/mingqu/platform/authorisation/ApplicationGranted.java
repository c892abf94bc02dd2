package org.mingqu.platform.authorisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.mingqu.warrant.Mask;

/// Every department has decided, and one at least has consented.
public record ApplicationGranted(
        UUID application, String title, Party applicant, LocalDate until, List<GrantedTable> tables) {

    /// What one department granted of one resource.
    ///
    /// @param columns the columns that were asked for, without those that were dropped
    /// @param masks by column; a column that is not there is not masked
    public record GrantedTable(
            UUID resource, String title, Party department, List<String> columns, Map<String, Mask> masks) {}
}
