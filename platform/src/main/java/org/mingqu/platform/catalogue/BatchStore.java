package org.mingqu.platform.catalogue;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Published batches as rows.
@Repository
class BatchStore {

    private final JdbcClient sql;

    BatchStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Batch it) {
        sql.sql("""
                        insert into catalogue_batch (id, number, title, published_at, published_by, person_name)
                        values (:id, :number, :title, :at, :person, :person_name)
                        """)
                .param("id", it.id())
                .param("number", it.number())
                .param("title", it.title())
                .param("at", CatalogueStore.at(it.publishedAt()))
                .param("person", it.person())
                .param("person_name", it.personName())
                .update();
        for (var item : it.items()) {
            sql.sql("""
                            insert into catalogue_batch_resource (batch, resource, version)
                            values (:batch, :resource, :version)
                            """)
                    .param("batch", it.id())
                    .param("resource", item.resource())
                    .param("version", item.version())
                    .update();
        }
    }

    /// The number of the next batch of a year: 2026-001, 2026-002 …
    ///
    /// Two publications at once cannot take the same: the table is locked against other writers until the end of
    /// the transaction.
    String nextNumber(int year) {
        sql.sql("lock table catalogue_batch in share row exclusive mode").update();
        var count = sql.sql("select count(*) from catalogue_batch where number like :year")
                .param("year", year + "-%")
                .query(Integer.class)
                .single();
        return "%d-%03d".formatted(year, count + 1);
    }

    List<Batch> all() {
        return sql.sql("""
                        select id, number, title, published_at, published_by, person_name
                          from catalogue_batch
                         order by published_at desc
                         limit 200
                        """).query(BatchStore::batch).list().stream()
                .map(it -> it.of(items(it.id())))
                .toList();
    }

    /// Without its items, which are asked for when this answer is read: one connection at a time is enough.
    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                requireNonNull(CatalogueStore.instant(row, "published_at")),
                row.getObject("published_by", UUID.class),
                row.getString("person_name"),
                List.of());
    }

    private List<Batch.Item> items(UUID batch) {
        return sql.sql("""
                        select b.resource, r.title, r.department_name, b.version
                          from catalogue_batch_resource b
                          join catalogue_resource r on r.id = b.resource
                         where b.batch = :batch
                         order by r.title
                        """)
                .param("batch", batch)
                .query((row, number) -> new Batch.Item(
                        row.getObject("resource", UUID.class),
                        row.getString("title"),
                        row.getString("department_name"),
                        row.getInt("version")))
                .list();
    }
}
