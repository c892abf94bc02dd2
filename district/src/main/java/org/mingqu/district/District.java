package org.mingqu.district;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// The fictional district with all that is in it.
///
/// The same seed makes the same files, byte for byte.
public final class District {

    /// First day of the daily readings.
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    /// The day on which the district stands still: no row is younger.
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    /// Days of daily readings, the first and the last counted.
    public static final int DAYS = 181;

    private static final long SEED = 20250110;

    private final long seed;
    private final Descriptions descriptions;

    /// The district that a seed makes. Organisations, accounts, resources and scenarios are the same for all seeds.
    public District(long seed) {
        this.seed = seed;
        this.descriptions = Descriptions.read();
    }

    /// The district of the demonstration and the tour.
    public static District demonstration() {
        return new District(SEED);
    }

    /// All organisations, the authority first.
    public List<Organisation> organisations() {
        return descriptions.organisations();
    }

    /// The organisation of that key.
    ///
    /// @throws IllegalArgumentException if there is none
    public Organisation organisation(String key) {
        return find(organisations().stream().filter(it -> it.key().equals(key)).toList(), "organisation", key);
    }

    /// All accounts, those for the log-in page's cards first.
    public List<Account> people() {
        return descriptions.people();
    }

    /// All resources.
    public List<Resource> resources() {
        return descriptions.resources();
    }

    /// The resource of that key.
    ///
    /// @throws IllegalArgumentException if there is none
    public Resource resource(String key) {
        return find(resources().stream().filter(it -> it.key().equals(key)).toList(), "resource", key);
    }

    /// The three scenarios: elders living alone, credit of small companies, parking.
    public List<Scenario> scenarios() {
        return descriptions.scenarios();
    }

    /// The scenario of that key.
    ///
    /// @throws IllegalArgumentException if there is none
    public Scenario scenario(String key) {
        return find(scenarios().stream().filter(it -> it.key().equals(key)).toList(), "scenario", key);
    }

    /// Writes the files of all resources that have one.
    ///
    /// @param directory is created if need be; files of the same names are replaced
    /// @return one for each resource that is not a [Format#TABLE]
    /// @throws IOException if the directory cannot be written
    public List<DataFile> write(Path directory, Scale scale) throws IOException {
        return write(
                directory,
                scale,
                resources().stream()
                        .filter(it -> it.format() != Format.TABLE)
                        .map(Resource::key)
                        .toList());
    }

    /// Writes the files of some resources.
    ///
    /// @param keys of resources that are not a [Format#TABLE]
    /// @throws IOException if the directory cannot be written
    public List<DataFile> write(Path directory, Scale scale, Collection<String> keys) throws IOException {
        return new DataFiles(seed, scale)
                .write(directory, keys.stream().map(this::resource).toList());
    }

    /// Creates and fills the schema `housing` of the housing department's own database, from which the enclave pulls.
    /// What the schema held before is gone.
    ///
    /// @param postgres a connection that may create a schema; it is left in auto-commit as it was
    /// @return rows of `housing.lease_contract`
    /// @throws SQLException if the database refuses
    public long fillHousingDatabase(Connection postgres, Scale scale) throws SQLException {
        return new HousingDatabase(seed, scale).fill(postgres);
    }

    private static <T> T find(List<T> found, String what, String key) {
        if (found.size() != 1) {
            throw new IllegalArgumentException("the district has no %s called %s".formatted(what, key));
        }
        return found.getFirst();
    }
}
