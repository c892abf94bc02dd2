package org.mingqu.enclave.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.WarrantJson;

/// The versions of resources in the vault: `vault/<resource>/<version>/` with a key, the sealed data and sealed
/// facts.
///
/// A folder with its final name is complete; what was not finished has another name and is removed at start.
public final class Versions {

    private static final String KEY = "key";
    static final String DATA = "data";
    private static final String FACTS = "facts";
    private static final String EXCLUDED = "excluded";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final MasterKey master;

    /// The versions kept in a folder.
    public Versions(Path folder, MasterKey master) throws IOException {
        this.folder = Durable.folder(folder);
        this.master = master;
        try (var all = Files.walk(folder, 2)) {
            for (var path : all.filter(Versions::isUnfinished).toList()) {
                Durable.remove(path);
            }
        }
    }

    private static boolean isUnfinished(Path path) {
        return path.getFileName().toString().endsWith(UNFINISHED);
    }

    /// A version that is there.
    public record Version(String resource, int number, Facts facts) {}

    /// Whether a version was ever landed, destroyed or not.
    public boolean exists(String resource, int version) {
        return Files.isDirectory(place(resource, version));
    }

    /// The data of a new version.
    sealed interface Content {}

    /// Data in the clear.
    record Plain(Path file) implements Content {}

    /// Data sealed under the name [#DATA] with a key that is wrapped in a file; its rows are taken over as they are.
    record Sealed(Path file, Path keyFile, String purpose) implements Content {}

    /// Keeps a new version, whole or not at all.
    ///
    /// @param excluded places of rows of the data, from 0, that are not part of the version
    /// @param facts is given the size at rest
    void keep(String resource, int version, Content content, List<Long> excluded, FactsOf facts)
            throws IOException, SQLException {
        var place = place(resource, version);
        var fresh = place.resolveSibling(version + UNFINISHED);
        Durable.remove(fresh);
        Durable.folder(folder.resolve(resource));
        Durable.folder(fresh);
        var key = put(content, fresh, purpose(resource, version));
        if (!excluded.isEmpty()) {
            key.seal(WarrantJson.canonical(new Excluded(excluded)), fresh.resolve(EXCLUDED), EXCLUDED);
        }
        var size = Files.size(fresh.resolve(DATA));
        key.seal(WarrantJson.canonical(facts.of(size)), fresh.resolve(FACTS), FACTS);
        Durable.forceFolder(fresh);
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        Durable.forceFolder(folder.resolve(resource));
    }

    private DataKey put(Content content, Path fresh, String purpose) throws IOException {
        return switch (content) {
            case Plain plain -> {
                var key = master.create(fresh.resolve(KEY), purpose);
                key.seal(plain.file(), fresh.resolve(DATA), DATA);
                yield key;
            }
            case Sealed sealed -> {
                link(sealed.file(), fresh.resolve(DATA));
                yield master.rewrap(sealed.keyFile(), sealed.purpose(), fresh.resolve(KEY), purpose);
            }
        };
    }

    /// The same file under a second name; where that cannot be, a copy.
    private static void link(Path file, Path other) throws IOException {
        try {
            Files.createLink(other, file);
        } catch (IOException | UnsupportedOperationException e) {
            var fresh = other.resolveSibling(other.getFileName() + ".new");
            Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
            Durable.replace(fresh, other);
        }
    }

    record Excluded(List<Long> rows) {}

    /// Gives the facts once the size is known.
    interface FactsOf {
        Facts of(long bytes) throws SQLException;
    }

    /// Finds a version.
    ///
    /// @param version its number, or 0 for the newest that is not destroyed
    /// @throws EnclaveRefused `version-unknown` or `version-destroyed`
    public Version find(String resource, int version) {
        var number = version == 0 ? newest(resource) : version;
        if (!exists(resource, number)) {
            throw EnclaveRefused.of("version-unknown", "6", "version", Integer.toString(number));
        }
        try {
            var json = key(resource, number).open(place(resource, number).resolve(FACTS), FACTS);
            return new Version(resource, number, WarrantJson.read(json, Facts.class));
        } catch (NoSuchFileException e) {
            throw EnclaveRefused.of("version-destroyed", "14", "version", Integer.toString(number));
        } catch (IOException e) {
            throw new UncheckedIOException("version %s/%d cannot be read".formatted(resource, number), e);
        }
    }

    /// Decrypts the data of a version to a file, which the caller removes as soon as it is read.
    public Rows decrypt(Version version, Path target) throws IOException {
        var key = key(version.resource(), version.number());
        var place = place(version.resource(), version.number());
        key.open(place.resolve(DATA), target, DATA);
        var excluded = place.resolve(EXCLUDED);
        return new Rows(
                target,
                Files.exists(excluded)
                        ? WarrantJson.read(key.open(excluded, EXCLUDED), Excluded.class)
                                .rows()
                        : List.of());
    }

    /// Destroys the key of a version. Doing it again is no error.
    public void destroy(String resource, int version) throws IOException {
        if (!exists(resource, version)) {
            throw EnclaveRefused.of("version-unknown", "6", "version", Integer.toString(version));
        }
        Durable.destroy(place(resource, version).resolve(KEY));
    }

    private int newest(String resource) {
        var all = folder.resolve(resource);
        if (!Files.isDirectory(all)) {
            return 0;
        }
        try (var versions = Files.list(all)) {
            return versions.filter(version -> Files.exists(version.resolve(KEY)))
                    .map(version -> version.getFileName().toString())
                    .filter(name -> name.matches("[0-9]+"))
                    .map(Integer::valueOf)
                    .max(Comparator.naturalOrder())
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the vault cannot be read", e);
        }
    }

    private DataKey key(String resource, int version) throws IOException {
        return master.open(place(resource, version).resolve(KEY), purpose(resource, version));
    }

    private Path place(String resource, int version) {
        return folder.resolve(resource).resolve(Integer.toString(version));
    }

    private static String purpose(String resource, int version) {
        return "version:" + resource + "/" + version;
    }
}
