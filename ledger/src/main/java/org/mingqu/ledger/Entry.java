package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What is entered in a log: one JSON object, in the one canonical form of RFC 8785 (names sorted, no
/// spaces, no needless escapes), so that the same content has the same bytes and the same hash. Immutable.
///
/// Numbers that a double cannot hold exactly (amounts with many digits, integers from 2⁵³ on) are refused:
/// enter them as text.
public final class Entry {

    private final byte[] bytes;

    private Entry(byte[] bytes) {
        this.bytes = bytes;
    }

    /// An entry that is in canonical form already.
    ///
    /// @param bytes the canonical JSON; copied
    /// @throws IllegalArgumentException if it is not a JSON object in canonical form
    public static Entry of(byte[] bytes) {
        var entry = of(Json.read(bytes));
        if (!Arrays.equals(entry.bytes, bytes)) {
            throw new IllegalArgumentException("the entry is not in canonical form, which is: " + entry);
        }
        return entry;
    }

    /// Brings a JSON object into canonical form.
    ///
    /// @throws IllegalArgumentException if it is not an object, or holds what cannot be written without loss
    public static Entry of(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("an entry is a JSON object, not %s".formatted(json.getNodeType()));
        }
        return new Entry(Json.canonical(json));
    }

    /// Brings facts into canonical form: texts, numbers, booleans, lists, maps, records; dates and times in
    /// ISO form.
    ///
    /// @throws IllegalArgumentException if they hold what cannot be written without loss
    public static Entry of(Map<String, ?> facts) {
        JsonNode json = Json.MAPPER.valueToTree(facts);
        return of(json);
    }

    /// A copy of the canonical JSON in UTF-8.
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] inner() {
        return bytes;
    }

    /// The content, to be read.
    public JsonNode json() {
        return Json.read(bytes);
    }

    /// The hash of this entry as a leaf of a log.
    public Hash leaf() {
        return HashFunction.SM3.leaf(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && Arrays.equals(bytes, entry.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// The canonical JSON.
    @Override
    public String toString() {
        return new String(bytes, UTF_8);
    }
}
