package org.mingqu.platform.workspace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How much was used by whom, for those who supervise the use (art. 26–28): figures from the record, nobody writes
/// them.
@Service
@Transactional(readOnly = true)
public class UseFigures {

    private final FigureStore store;
    private final Clock clock;

    UseFigures(FigureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What one organisation has used in a period.
    ///
    /// @param runs queries that ran to their end
    /// @param refused queries that the guard or the domain refused
    /// @param released exact results that were asked for
    /// @param handedOver exact results that have left
    /// @param epsilonMilli privacy loss spent by instant answers, in thousandths of ε
    public record UseOfPartner(
            UUID partner,
            String partnerName,
            long workspaces,
            long runs,
            long refused,
            long released,
            long handedOver,
            long epsilonMilli) {}

    /// The use in a period, by organisation; who had a workspace and did not use it is listed with zeros.
    public List<UseOfPartner> during(LocalDate from, LocalDate until) {
        return store.during(at(from), at(until.plusDays(1)));
    }

    private OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    /// The figures as rows.
    @org.springframework.stereotype.Repository
    static class FigureStore {

        private final JdbcClient sql;

        FigureStore(JdbcClient sql) {
            this.sql = sql;
        }

        List<UseOfPartner> during(OffsetDateTime from, OffsetDateTime before) {
            return sql.sql("""
                            select w.partner, max(w.partner_name) as partner_name, count(*) as workspaces,
                                   coalesce(sum(r.runs), 0) as runs, coalesce(sum(r.refused), 0) as refused,
                                   coalesce(sum(r.epsilon_milli), 0) as epsilon_milli,
                                   coalesce(sum(l.released), 0) as released,
                                   coalesce(sum(l.handed_over), 0) as handed_over
                              from workspace w
                              left join lateral (
                                   select count(*) filter (where state = 'DONE') as runs,
                                          count(*) filter (where state = 'REFUSED') as refused,
                                          sum(cast(verdict #>> '{cost,epsilonMilli}' as bigint)) filter (where state = 'DONE')
                                              as epsilon_milli
                                     from workspace_run
                                    where workspace = w.id and at >= :from and at < :before) r on true
                              left join lateral (
                                   select count(*) as released,
                                          count(*) filter (where stage = 'HANDED_OVER') as handed_over
                                     from workspace_release
                                    where workspace = w.id and at >= :from and at < :before) l on true
                             where w.opened_at < :before
                             group by w.partner order by 2
                            """)
                    .param("from", from)
                    .param("before", before)
                    .query((row, number) -> new UseOfPartner(
                            row.getObject("partner", UUID.class),
                            row.getString("partner_name"),
                            row.getLong("workspaces"),
                            row.getLong("runs"),
                            row.getLong("refused"),
                            row.getLong("released"),
                            row.getLong("handed_over"),
                            row.getLong("epsilon_milli")))
                    .list();
        }
    }
}
