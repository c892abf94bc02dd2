package org.mingqu.enclave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Behind the guard, the engine of a workspace reaches nothing outside of it (art. 4, 32)")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LockTest {

    @TempDir
    Path folder;

    private Duck duck;

    @BeforeEach
    void lock() throws Exception {
        Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        duck = Duck.forQueries(256, 1);
        duck.run("CREATE TABLE t AS SELECT range AS i FROM range(10)");
        duck.lock();
    }

    @AfterEach
    void close() throws Exception {
        duck.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('@/secret.csv')",
                "SELECT * FROM read_text('@/secret.csv')",
                "SELECT * FROM read_blob('@/*')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM '@/secret.csv'",
                "COPY t TO '@/out.csv'",
                "COPY t FROM '@/secret.csv'",
                "EXPORT DATABASE '@/out'",
                "ATTACH '@/new.db'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET enable_external_access=true",
                "SET lock_configuration=false",
                "SET memory_limit='100GB'",
                "SET temp_directory='@'",
                "RESET disabled_filesystems",
                "PRAGMA enable_profiling"
            })
    void no_way_out(String sql) throws Exception {
        try (var connection = duck.duplicate();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql.replace("@", folder.toString())))
                    .as(sql)
                    .isInstanceOf(SQLException.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void its_own_tables_are_there_in_the_schema_main() throws Exception {
        try (var connection = duck.duplicate();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM \"main\".\"t\"")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isEqualTo(10);
        }
    }
}
