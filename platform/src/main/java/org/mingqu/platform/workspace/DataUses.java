package org.mingqu.platform.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.mingqu.warrant.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The record of uses, for those whose data are used (art. 4, 37): who, for which scenario, under which agreement,
/// when.
///
/// A use is a run over real rows that was done. Runs over invented rows and refused ones used nothing.
@Service
@Transactional(readOnly = true)
public class DataUses {

    private static final String USED = """
            from workspace_run r
            join workspace w on w.id = r.workspace
            join workspace_table t on t.workspace = w.id and (r.resources is null or t.resource = any (r.resources))
            where r.lane <> 'SYNTHETIC' and r.state = 'DONE' and\s""";
    private static final String COLUMNS = """
            select r.id, r.at, r.lane, r.person_name, w.id as workspace, w.case_id, w.partner, w.partner_name, w.scenario,
                   w.agreement, t.resource, r.evidence\s""";

    private final JdbcClient sql;

    DataUses(JdbcClient sql) {
        this.sql = sql;
    }

    /// One use of one resource.
    ///
    /// @param evidence its entry in the evidence
    public record DataUse(
            UUID run,
            Instant at,
            Lane lane,
            String personName,
            UUID workspace,
            UUID caseId,
            UUID partner,
            String partnerName,
            String scenario,
            UUID agreement,
            UUID resource,
            UUID evidence) {}

    /// A workspace in which a resource may be used now.
    public record OpenTable(
            UUID workspace,
            UUID resource,
            UUID department,
            UUID partner,
            String partnerName,
            String scenario,
            UUID agreement,
            LocalDate until) {}

    /// The uses of some resources, latest first.
    public Page<DataUse> of(Collection<UUID> resources, Paging paging) {
        return page("t.resource = any (cast(:ids as uuid[]))", ids(resources), paging);
    }

    /// The uses of a department's data, latest first, in one query: who used them, for what, when (art. 4).
    public Page<DataUse> ofDepartment(UUID department, Paging paging) {
        return page("t.department = any (cast(:ids as uuid[]))", ids(List.of(department)), paging);
    }

    private Page<DataUse> page(String condition, String ids, Paging paging) {
        var items = sql.sql(
                        COLUMNS + USED + condition + " order by r.at desc, r.id, t.resource limit :size offset :offset")
                .param("ids", ids)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(DataUses::use)
                .list();
        var total = sql.sql("select count(*) " + USED + condition)
                .param("ids", ids)
                .query(Long.class)
                .single();
        return paging.of(items, total);
    }

    /// Where some resources may be used now.
    public List<OpenTable> open(Collection<UUID> resources) {
        return tables("t.resource = any (cast(:ids as uuid[]))", ids(resources));
    }

    /// Where a department's data may be used now.
    public List<OpenTable> openOf(UUID department) {
        return tables("t.department = any (cast(:ids as uuid[]))", ids(List.of(department)));
    }

    private List<OpenTable> tables(String condition, String ids) {
        return sql.sql("""
                        select w.id, t.resource, t.department, w.partner, w.partner_name, w.scenario, w.agreement, w.until_day
                          from workspace w join workspace_table t on t.workspace = w.id
                         where w.state <> 'TERMINATED' and %s
                         order by w.opened_at desc, t.position
                        """.formatted(condition))
                .param("ids", ids)
                .query((row, number) -> new OpenTable(
                        row.getObject("id", UUID.class),
                        row.getObject("resource", UUID.class),
                        row.getObject("department", UUID.class),
                        row.getObject("partner", UUID.class),
                        row.getString("partner_name"),
                        row.getString("scenario"),
                        row.getObject("agreement", UUID.class),
                        row.getObject("until_day", LocalDate.class)))
                .list();
    }

    private static DataUse use(ResultSet row, int number) throws SQLException {
        return new DataUse(
                row.getObject("id", UUID.class),
                WorkspaceStore.instant(row, "at"),
                Lane.valueOf(row.getString("lane")),
                row.getString("person_name"),
                row.getObject("workspace", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("partner", UUID.class),
                row.getString("partner_name"),
                row.getString("scenario"),
                row.getObject("agreement", UUID.class),
                row.getObject("resource", UUID.class),
                row.getObject("evidence", UUID.class));
    }

    private static String ids(Collection<UUID> all) {
        return "{" + String.join(",", all.stream().map(UUID::toString).toList()) + "}";
    }
}
