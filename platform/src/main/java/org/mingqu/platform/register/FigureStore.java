package org.mingqu.platform.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures with the days from which they hold: the table behind [org.mingqu.platform.rules.Rules].
@Repository
class FigureStore {

    private final JdbcClient sql;

    FigureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A figure from a day on.
    ///
    /// @param unit WORKING_DAY, DAY, or CHOICE where it stands for one of several rules
    /// @param basis article; empty where the Measures are silent
    /// @param by who entered it; null for what came with the software
    record Figure(
            String name,
            LocalDate from,
            int value,
            String unit,
            String basis,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Instant at) {}

    /// All of them, by name, the latest first.
    List<Figure> all() {
        return sql.sql("select * from rule_figure order by name, from_day desc")
                .query(FigureStore::figure)
                .list();
    }

    List<Figure> of(String name) {
        return sql.sql("select * from rule_figure where name = :name order by from_day desc for update")
                .param("name", name)
                .query(FigureStore::figure)
                .list();
    }

    void add(Figure it) {
        sql.sql("""
                        insert into rule_figure (name, from_day, value, unit, basis, by_name, reason, at)
                        values (:name, :from, :value, :unit, :basis, :by, :reason, :at)
                        """)
                .param("name", it.name())
                .param("from", it.from())
                .param("value", it.value())
                .param("unit", it.unit())
                .param("basis", it.basis())
                .param("by", it.by())
                .param("reason", it.reason())
                .param("at", it.at() == null ? null : it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Figure figure(ResultSet row, int number) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        return new Figure(
                row.getString("name"),
                row.getObject("from_day", LocalDate.class),
                row.getInt("value"),
                row.getString("unit"),
                row.getString("basis"),
                row.getString("by_name"),
                row.getString("reason"),
                at == null ? null : at.toInstant());
    }
}
