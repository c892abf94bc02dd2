package org.mingqu.platform.demonstration;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The housing department's own database, from which the enclave pulls: one of its own beside the platform's, with a
/// user of its own and a new password at each use.
@Component
class HousingDatabase {

    private static final String NAME = "mingqu_demo_housing";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource server;
    private final JdbcClient sql;
    private final JsonMapper json;

    HousingDatabase(DataSource server, JdbcClient sql, JsonMapper json) {
        this.server = server;
        this.sql = sql;
        this.json = json;
    }

    /// Makes and fills the database; says where it is and who may read it.
    JsonNode address(DepartmentSystems systems, String table) {
        var password = password();
        if (!exists("pg_roles", "rolname")) {
            sql.sql("create role %s login".formatted(NAME)).update();
        }
        sql.sql("alter role %s password '%s'".formatted(NAME, password)).update();
        if (!exists("pg_database", "datname")) {
            sql.sql("create database %s owner %s encoding 'UTF8' template template0".formatted(NAME, NAME))
                    .update();
        }
        var url = url();
        systems.fillHousing(url, NAME, password);
        return json.createObjectNode()
                .put("url", url)
                .put("user", NAME)
                .put("password", password)
                .put("table", table);
    }

    private boolean exists(String catalogue, String column) {
        return sql.sql("select exists (select 1 from %s where %s = :name)".formatted(catalogue, column))
                .param("name", NAME)
                .query(Boolean.class)
                .single();
    }

    /// The platform's server under the other database's name, without any of the platform's own parameters.
    private String url() {
        try (var connection = server.getConnection()) {
            var own = connection.getMetaData().getURL();
            var end = own.indexOf('?');
            var plain = end < 0 ? own : own.substring(0, end);
            return plain.substring(0, plain.lastIndexOf('/') + 1) + NAME;
        } catch (SQLException e) {
            throw new SceneFailed("the platform's own database has no address: " + e.getSQLState());
        }
    }

    private static String password() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
