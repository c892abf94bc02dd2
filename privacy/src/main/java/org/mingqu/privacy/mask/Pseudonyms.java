package org.mingqu.privacy.mask;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// Stand-ins for identifiers: the same person is the same within a workspace, and another in every other.
///
/// *Protects:* nobody without the key can turn a stand-in back, try values, or join two workspaces by it.
///
/// *Does not protect:* the same person stays the same, so that what is known of the person's rows (how many,
/// where, when) finds them again; and how often a value occurs is seen. Who holds the key can try all
/// identifiers: it stays in the domain and goes with the workspace ([#close()]).
///
/// SM3-HMAC (GB/T 32905-2016, GB/T 15852.2-2024) keyed per workspace, cut to 128 bits: among a thousand million
/// values two meet with a chance below 10^-20.
///
/// Safe for use by several threads.
public final class Pseudonyms implements AutoCloseable {

    /// The least length of a key, in bytes.
    public static final int KEY_BYTES = 32;

    /// The length of a stand-in, in characters.
    public static final int LENGTH = 32;

    /// So many values are one thread's piece of work.
    private static final int PIECE = 4096;

    private final KeyedSm3 mac;
    private volatile boolean closed;

    /// Stand-ins under a workspace's key.
    ///
    /// @param key 32 to 64 random bytes; copied
    /// @throws IllegalArgumentException if the key is shorter or longer
    public Pseudonyms(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key must have %d bytes, but had %d".formatted(KEY_BYTES, key.length));
        }
        this.mac = new KeyedSm3(key);
    }

    /// The stand-in of an identifier.
    ///
    /// @param kind of the identifier, so that a mobile number and a company's number never meet by chance; may
    ///     be empty
    /// @param value as the source department writes it
    /// @return 32 lower-case hexadecimal digits
    /// @throws IllegalStateException if this is closed
    public String of(String kind, String value) {
        return of(kind, List.of(value)).getFirst();
    }

    /// The stand-ins of many identifiers, on as many cores as there are.
    ///
    /// @param values in any order; the same value has the same stand-in
    /// @return a stand-in for each value, in the order of the values
    /// @throws IllegalStateException if this is closed
    public List<String> of(String kind, List<String> values) {
        var prefix = prefix(kind);
        var tokens = new String[values.size()];
        IntStream.range(0, (tokens.length + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            var codes = mac.codes();
            for (var i = piece * PIECE; i < Math.min(tokens.length, (piece + 1) * PIECE); i++) {
                var code = codes.of(prefix, values.get(i).getBytes(StandardCharsets.UTF_8));
                tokens[i] = HexFormat.of().formatHex(code, 0, LENGTH / 2);
            }
        });
        if (closed) {
            throw new IllegalStateException("the workspace's key is gone");
        }
        return Arrays.asList(tokens);
    }

    /// The kind and a zero byte, or nothing for no kind.
    private static byte[] prefix(String kind) {
        var bytes = kind.getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    }

    /// Overwrites the key; no stand-in can be had after.
    @Override
    public void close() {
        closed = true;
        mac.erase();
    }
}
