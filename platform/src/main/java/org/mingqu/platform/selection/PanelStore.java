package org.mingqu.platform.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.web.JsonColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The panel's seats, interests, scores and the regulators' opinions as rows.
@Repository
class PanelStore {

    private static final TypeReference<Map<Requirement, Integer>> POINTS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonColumns json;

    PanelStore(JdbcClient sql, JsonColumns json) {
        this.sql = sql;
        this.json = json;
    }

    void seat(Seat it) {
        sql.sql("""
                        insert into selection_seat (call, person, name, organisation, organisation_name, place, state,
                                ground, reason)
                        values (:call, :person, :name, :organisation, :organisation_name, :place, :state,
                                :ground, :reason)
                        on conflict (call, person) do update set state = excluded.state,
                                ground = excluded.ground, reason = excluded.reason
                        """)
                .param("call", it.call())
                .param("person", it.person())
                .param("name", it.name())
                .param("organisation", it.organisation())
                .param("organisation_name", it.organisationName())
                .param("place", it.place())
                .param("state", it.state().name())
                .param("ground", it.ground() == null ? null : it.ground().name())
                .param("reason", it.reason())
                .update();
    }

    /// The experts of a selection in the order of the draw.
    List<Seat> seats(UUID call) {
        return sql.sql("""
                        select call, person, name, organisation, organisation_name, place, state, ground, reason
                          from selection_seat where call = :call order by place
                        """).param("call", call).query(PanelStore::seat).list();
    }

    List<Interest> interests() {
        return sql.sql("select person, about, reason from expert_interest order by person, about")
                .query((row, number) -> new Interest(
                        row.getObject("person", UUID.class),
                        row.getObject("about", UUID.class),
                        row.getString("reason")))
                .list();
    }

    /// What one expert has declared, in place of what was before.
    void declare(UUID person, List<Interest> interests) {
        sql.sql("delete from expert_interest where person = :person")
                .param("person", person)
                .update();
        for (var it : interests) {
            sql.sql("insert into expert_interest (person, about, reason) values (:person, :about, :reason)")
                    .param("person", person)
                    .param("about", it.about())
                    .param("reason", it.reason())
                    .update();
        }
    }

    /// Keeps a score; a later one of the same round takes its place.
    void score(Score it) {
        sql.sql("""
                        insert into selection_score (candidacy, person, round, points, comment, at)
                        values (:candidacy, :person, :round, cast(:points as jsonb), :comment, :at)
                        on conflict (candidacy, person, round)
                        do update set points = excluded.points, comment = excluded.comment, at = excluded.at
                        """)
                .param("candidacy", it.candidacy())
                .param("person", it.person())
                .param("round", it.round())
                .param("points", json.text(it.points()))
                .param("comment", it.comment())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Score> scores(UUID candidacy) {
        return sql.sql("""
                        select candidacy, person, round, points, comment, at
                          from selection_score where candidacy = :candidacy order by at
                        """)
                .param("candidacy", candidacy)
                .query((row, number) -> new Score(
                        row.getObject("candidacy", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getInt("round"),
                        json.read(row, "points", POINTS),
                        row.getString("comment"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Keeps an opinion; a later one of the same regulator takes its place.
    void opine(Opinion it) {
        sql.sql("""
                        insert into selection_opinion (candidacy, organisation, organisation_name, role, objects, text, at)
                        values (:candidacy, :organisation, :organisation_name, :role, :objects, :text, :at)
                        on conflict (candidacy, organisation)
                        do update set objects = excluded.objects, text = excluded.text, at = excluded.at
                        """)
                .param("candidacy", it.candidacy())
                .param("organisation", it.organisation())
                .param("organisation_name", it.organisationName())
                .param("role", it.role().name())
                .param("objects", it.objects())
                .param("text", it.text())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Opinion> opinions(UUID candidacy) {
        return sql.sql("""
                        select candidacy, organisation, organisation_name, role, objects, text, at
                          from selection_opinion where candidacy = :candidacy order by at
                        """)
                .param("candidacy", candidacy)
                .query((row, number) -> new Opinion(
                        row.getObject("candidacy", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getString("organisation_name"),
                        Role.valueOf(row.getString("role")),
                        row.getBoolean("objects"),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        var ground = row.getString("ground");
        return new Seat(
                row.getObject("call", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("organisation", UUID.class),
                row.getString("organisation_name"),
                row.getInt("place"),
                Seat.State.valueOf(row.getString("state")),
                ground == null ? null : Seat.Ground.valueOf(ground),
                row.getString("reason"));
    }
}
