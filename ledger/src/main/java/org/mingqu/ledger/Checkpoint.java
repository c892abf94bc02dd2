package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The signed word of a log's keeper that the log, at this size, has this root.
///
/// What is signed is a [text][#text()] of six lines, in the manner of the C2SP checkpoints.
///
/// @param origin which log it is; one line, not empty
/// @param size how many entries it covers
/// @param root the root of the tree over them
/// @param at when it was signed, to the millisecond
/// @param keyId the [short name][VerifyingKey#id()] of the key it was signed with
/// @param signature DER in base64
public record Checkpoint(String origin, long size, Hash root, Instant at, String keyId, String signature) {

    private static final String FORMAT = "mingqu-checkpoint-1";

    public Checkpoint {
        if (origin.isBlank() || origin.lines().count() != 1 || !origin.equals(origin.strip())) {
            throw new IllegalArgumentException("an origin is one line of text, but was '%s'".formatted(origin));
        }
        if (size < 0 || !at.equals(at.truncatedTo(ChronoUnit.MILLIS)) || keyId.contains("\n")) {
            throw new IllegalArgumentException("not a checkpoint: size %d, at %s".formatted(size, at));
        }
    }

    /// Signs for a log.
    ///
    /// @param at cut to the millisecond
    public static Checkpoint sign(String origin, long size, Hash root, Instant at, SigningKey key) {
        var unsigned = new Checkpoint(origin, size, root, at.truncatedTo(ChronoUnit.MILLIS), key.id(), "");
        return new Checkpoint(
                origin,
                size,
                root,
                unsigned.at,
                unsigned.keyId,
                key.sign(unsigned.text().getBytes(UTF_8)));
    }

    /// Returns if the signature holds, and throws if it does not.
    ///
    /// @throws ProofRejected if it was not signed, in this form, with the key
    public void verify(VerifyingKey key) {
        if (!keyId.equals(key.id())) {
            throw new ProofRejected(Fault.of(Fault.Kind.CHECKPOINT_KEY)
                    .with("size", size)
                    .with("key", keyId)
                    .with("given", key.id()));
        }
        if (!key.verifies(text().getBytes(UTF_8), signature)) {
            throw new ProofRejected(Fault.of(Fault.Kind.CHECKPOINT_SIGNATURE).with("size", size));
        }
    }

    /// What is signed: form, origin, size, root, instant and key, each on a line that ends with a line feed.
    public String text() {
        return "%s\n%s\n%d\n%s\n%s\n%s\n".formatted(FORMAT, origin, size, root.hex(), at, keyId);
    }

    /// The checkpoint as one line of canonical JSON.
    public String toJson() {
        return new String(Json.canonical(node()), UTF_8);
    }

    /// Reads a checkpoint.
    ///
    /// @throws IllegalArgumentException if the text is not a checkpoint
    public static Checkpoint ofJson(String json) {
        return of(Json.read(json.getBytes(UTF_8)));
    }

    ObjectNode node() {
        return Json.MAPPER
                .createObjectNode()
                .put("origin", origin)
                .put("size", size)
                .put("root", root.hex())
                .put("at", at.toString())
                .put("keyId", keyId)
                .put("signature", signature);
    }

    static Checkpoint of(JsonNode json) {
        try {
            Json.mustHaveOnly(json, "origin", "size", "root", "at", "keyId", "signature");
            return new Checkpoint(
                    Json.text(json, "origin"),
                    Json.integer(json, "size"),
                    Hash.ofHex(Json.text(json, "root")),
                    instant(Json.text(json, "at")),
                    Json.text(json, "keyId"),
                    Json.text(json, "signature"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an instant", e);
        }
    }

    private static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (!instant.toString().equals(text)) {
            throw new IllegalArgumentException("an instant is written %s, not %s".formatted(instant, text));
        }
        return instant;
    }
}
