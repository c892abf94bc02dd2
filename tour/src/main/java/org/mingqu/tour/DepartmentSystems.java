package org.mingqu.tour;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.district.DataFile;
import org.mingqu.district.District;
import org.mingqu.district.Scale;
import tools.jackson.databind.node.ObjectNode;

/// The departments' own systems: what they export, and the housing department's own PostgreSQL. They are outside the
/// platform, so the walk plays them itself.
final class DepartmentSystems implements AutoCloseable {

    /// Of the district only so much that the walk does not take long; the people enough for statistics.
    private static final Scale SCALE = new Scale(6_000, 100, 2_000, 1_600, 2_400, 2);

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final District district = District.demonstration();
    private final Path directory;
    private @Nullable EmbeddedPostgres postgres;

    DepartmentSystems() {
        try {
            directory = Files.createTempDirectory("mingqu-tour");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    District district() {
        return district;
    }

    Path directory() {
        return directory;
    }

    /// The file that a department exports.
    DataFile export(String resource) {
        try {
            return district.write(directory, SCALE, List.of(resource)).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts and fills the housing department's database.
    ///
    /// @param address where it is and who may read it, is completed here
    /// @return rows of its table of contracts
    long fillHousing(ObjectNode address) {
        try {
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("housing"))
                    .setPGStartupWait(STARTS_WITHIN)
                    .setServerConfig("fsync", "off")
                    .start();
            postgres = server;
            address.put("url", "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()));
            address.put("user", "postgres");
            address.put("password", "postgres");
            try (var connection = server.getPostgresDatabase().getConnection()) {
                return district.fillHousingDatabase(connection, SCALE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new Broken("expect.housing", "PostgreSQL", e);
        }
    }

    @Override
    public void close() {
        try {
            if (postgres != null) {
                postgres.close();
            }
            Files.walkFileTree(directory, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
