package org.mingqu.platform.demonstration;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What has been played, as rows.
@Repository
class SceneStore {

    private final JdbcClient sql;
    private final Clock clock;

    SceneStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What a scene that was played gave to those after it; empty if it was not played yet.
    Optional<String> given(String scene) {
        return sql.sql("select given from demonstration_scene where name = :name")
                .param("name", scene)
                .query(String.class)
                .optional();
    }

    void played(String scene, String given) {
        sql.sql("""
                        insert into demonstration_scene (name, at, given) values (:name, :at, :given)
                        on conflict (name) do nothing
                        """)
                .param("name", scene)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("given", given)
                .update();
    }
}
