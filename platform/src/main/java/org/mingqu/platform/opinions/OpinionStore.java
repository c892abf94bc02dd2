package org.mingqu.platform.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.opinions.ScenarioOpinion.Advice;
import org.mingqu.platform.opinions.ScenarioOpinion.ExpertSeat;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Questions to experts and their opinions as rows.
@Repository
class OpinionStore {

    private static final String SELECT =
            "select id, case_id, version, number, stage, origin, question, seed, asked_on, due, provisional from scenario_opinion ";

    private final JdbcClient sql;

    OpinionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(ScenarioOpinion it) {
        sql.sql("""
                        insert into scenario_opinion (id, case_id, version, number, stage, origin, question, seed, asked_on,
                                due, provisional)
                        values (:id, :case, :version, :number, :stage, :origin, :question, :seed, :on, :due, :provisional)
                        """)
                .param("id", it.id())
                .param("case", it.caseId())
                .param("version", it.version())
                .param("number", it.number())
                .param("stage", it.stage().name())
                .param("origin", it.origin())
                .param("question", it.question())
                .param("seed", it.seed())
                .param("on", it.askedOn())
                .param("due", it.due().lastDay())
                .param("provisional", it.due().provisional())
                .update();
        it.seats().forEach(seat -> keep(it.id(), seat));
    }

    void update(ScenarioOpinion it) {
        var rows = sql.sql(
                        "update scenario_opinion set stage = :stage, version = :version where id = :id and version = :version - 1")
                .param("id", it.id())
                .param("stage", it.stage().name())
                .param("version", it.version())
                .update();
        if (rows != 1) {
            throw new Refusal.ChangedMeanwhile();
        }
        it.seats().forEach(seat -> keep(it.id(), seat));
    }

    private void keep(UUID request, ExpertSeat it) {
        var at = it.givenAt();
        sql.sql("""
                        insert into scenario_seat (request, person, name, organisation, organisation_name, place, state, ground,
                                reason, advice, text, given_at)
                        values (:request, :person, :name, :organisation, :organisationName, :place, :state, :ground,
                                :reason, :advice, :text, :at)
                        on conflict (request, person) do update
                           set state = excluded.state, ground = excluded.ground, reason = excluded.reason,
                               advice = excluded.advice, text = excluded.text, given_at = excluded.given_at
                        """)
                .param("request", request)
                .param("person", it.person())
                .param("name", it.name())
                .param("organisation", it.organisation())
                .param("organisationName", it.organisationName())
                .param("place", it.place())
                .param("state", it.state().name())
                .param("ground", it.ground())
                .param("reason", it.reason())
                .param("advice", it.advice() == null ? null : it.advice().name())
                .param("text", it.text())
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ScenarioOpinion> find(UUID id) {
        return sql.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::opinion)
                .optional();
    }

    /// The question, held until the transaction ends.
    Optional<ScenarioOpinion> hold(UUID id) {
        return sql.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(this::opinion)
                .optional();
    }

    List<ScenarioOpinion> of(UUID origin) {
        return sql.sql(SELECT + "where origin = :origin order by number")
                .param("origin", origin)
                .query(this::opinion)
                .list();
    }

    List<ScenarioOpinion> all() {
        return sql.sql(SELECT + "order by asked_on desc, number desc")
                .query(this::opinion)
                .list();
    }

    private List<ExpertSeat> seats(UUID request) {
        return sql.sql("""
                        select person, name, organisation, organisation_name, place, state, ground, reason, advice, text, given_at
                          from scenario_seat where request = :request order by place
                        """).param("request", request).query(OpinionStore::seat).list();
    }

    private static ExpertSeat seat(ResultSet row, int number) throws SQLException {
        var advice = row.getString("advice");
        var at = row.getObject("given_at", OffsetDateTime.class);
        return new ExpertSeat(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_name"),
                row.getInt("place"),
                ExpertSeat.State.valueOf(row.getString("state")),
                row.getString("ground"),
                row.getString("reason"),
                advice == null ? null : Advice.valueOf(advice),
                row.getString("text"),
                at == null ? null : at.toInstant());
    }

    private ScenarioOpinion opinion(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ScenarioOpinion(
                id,
                row.getObject("case_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                ScenarioOpinion.Stage.valueOf(row.getString("stage")),
                row.getObject("origin", UUID.class),
                row.getString("question"),
                row.getString("seed"),
                row.getObject("asked_on", LocalDate.class),
                new Deadline(row.getObject("due", LocalDate.class), row.getBoolean("provisional")),
                seats(id));
    }
}
