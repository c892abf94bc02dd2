package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What departments hold in the domain, published or not: for those whom it is about (art. 37).
@Service
@Transactional(readOnly = true)
public class HeldData {

    private static final String SELECT = """
            select r.id, r.department, r.department_name, r.title, r.data_version, r.published_at is not null as published,
                   v.subject_kind, (select min(f.at) from catalogue_version f where f.resource = r.id) as since, v.at,
                   (select string_agg(c.label, E'\\n' order by c.position) from catalogue_column c
                     where c.resource = r.id and c.version = v.version and c.column_class <> 'NEVER') as labels
              from catalogue_resource r
              join catalogue_version v on v.resource = r.id and v.version = r.data_version
             where\s""";

    private final JdbcClient sql;

    HeldData(JdbcClient sql) {
        this.sql = sql;
    }

    /// A resource with data.
    ///
    /// @param version of its newest data
    /// @param subjectKind whom its rows are about: `person`, `household`, `enterprise`, or empty
    /// @param since when its first data came into the domain
    /// @param at when its newest data did
    /// @param labels of its columns, as people call them
    public record Held(
            UUID id,
            UUID department,
            String departmentName,
            String title,
            int version,
            boolean published,
            String subjectKind,
            Instant since,
            Instant at,
            List<String> labels) {}

    /// All resources whose rows are about subjects of a kind.
    public List<Held> about(String subjectKind) {
        return sql.sql(SELECT + "v.subject_kind = :kind order by r.department_name, r.title")
                .param("kind", subjectKind)
                .query((row, number) -> held(row))
                .list();
    }

    /// One of them; empty if it has no data.
    public Optional<Held> find(UUID resource) {
        return sql.sql(SELECT + "r.id = :id")
                .param("id", resource)
                .query((row, number) -> held(row))
                .optional();
    }

    private static Held held(java.sql.ResultSet row) throws java.sql.SQLException {
        var labels = row.getString("labels");
        return new Held(
                row.getObject("id", UUID.class),
                row.getObject("department", UUID.class),
                row.getString("department_name"),
                row.getString("title"),
                row.getInt("data_version"),
                row.getBoolean("published"),
                row.getString("subject_kind"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                labels == null ? List.of() : labels.lines().toList());
    }
}
