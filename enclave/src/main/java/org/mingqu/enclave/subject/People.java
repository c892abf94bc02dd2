package org.mingqu.enclave.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.WarrantJson;

/// Those who have proven who they are: token to number, sealed, in 256 files by the token's first byte.
final class People {

    private static final String KEY = "key";
    private static final String PURPOSE = "subjects";
    private static final int TOKEN_BYTES = 16;

    private final Path folder;
    private final DataKey key;
    private final Map<String, Map<String, Identity>> shelves = new HashMap<>();

    People(Path folder, MasterKey master) throws IOException {
        this.folder = Durable.folder(folder);
        var file = folder.resolve(KEY);
        this.key = Files.exists(file) ? master.open(file, PURPOSE) : master.create(file, PURPOSE);
    }

    /// Who somebody is.
    ///
    /// @param kind `person` or `enterprise`
    /// @param number in capitals, without spaces
    record Identity(String kind, String number) {

        @Override
        public String toString() {
            return "Identity[" + kind + "]";
        }
    }

    DataKey key() {
        return key;
    }

    static String normal(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }

    /// The token of an identity, which is kept.
    synchronized String add(Identity it) throws IOException {
        var text = it.kind() + "\n" + it.number();
        var token = HexFormat.of()
                .formatHex(key.token(DataKey.Use.PSEUDONYM, text.getBytes(StandardCharsets.UTF_8)), 0, TOKEN_BYTES);
        var shelf = shelf(token);
        if (shelf.putIfAbsent(token, it) == null) {
            key.seal(WarrantJson.canonical(new Shelf(shelf)), file(token), name(token));
        }
        return token;
    }

    /// Whom a token stands for.
    ///
    /// @throws EnclaveRefused `subject-not-known` if nobody with it has proven an identity here
    synchronized Identity get(String token) {
        try {
            var found = token.length() < 2 ? null : shelf(token).get(token);
            if (found == null) {
                throw EnclaveRefused.of("subject-not-known", "37");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("a shelf of identities cannot be read", e);
        }
    }

    private Map<String, Identity> shelf(String token) throws IOException {
        var name = name(token);
        var there = shelves.get(name);
        if (there == null) {
            there = Files.exists(file(token))
                    ? new TreeMap<>(WarrantJson.read(key.open(file(token), name), Shelf.class)
                            .people())
                    : new TreeMap<>();
            shelves.put(name, there);
        }
        return there;
    }

    private Path file(String token) {
        return folder.resolve(name(token));
    }

    private static String name(String token) {
        return "people-" + token.substring(0, 2);
    }

    record Shelf(Map<String, Identity> people) {}
}
