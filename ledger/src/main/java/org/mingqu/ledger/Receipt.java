package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// What a party takes home: an entry, its place, and the proof that the keeper of the log signed for it.
/// It can be checked with the public key alone, without the log and without asking anybody.
///
/// @param entry what was entered
/// @param index its place in the log, counted from 0
/// @param inclusion the proof that it stands there
/// @param checkpoint the keeper's signed word about the log the proof is for
public record Receipt(Entry entry, long index, InclusionProof inclusion, Checkpoint checkpoint) {

    private static final String FORMAT = "mingqu-receipt-1";

    /// The receipt for the entry `index` out of the tree of its log.
    ///
    /// @throws IllegalArgumentException if the checkpoint does not cover the entry
    public static Receipt of(Entry entry, long index, Nodes nodes, Checkpoint checkpoint) {
        return new Receipt(entry, index, nodes.inclusion(index, checkpoint.size()), checkpoint);
    }

    /// Returns if the receipt holds, and throws if it does not.
    ///
    /// @throws ProofRejected if the signature, the proof or the entry is not right
    public void verify(VerifyingKey key) {
        checkpoint.verify(key);
        if (inclusion.index() != index || inclusion.size() != checkpoint.size()) {
            throw new ProofRejected(Fault.of(Fault.Kind.RECEIPT_PARTS, index)
                    .with("proofIndex", inclusion.index())
                    .with("proofSize", inclusion.size())
                    .with("size", checkpoint.size()));
        }
        inclusion.verify(entry.leaf(), checkpoint.root());
    }

    /// The receipt as one line of canonical JSON.
    public String toJson() {
        var json = Json.MAPPER.createObjectNode().put("format", FORMAT).put("index", index);
        json.set("entry", entry.json());
        json.set("checkpoint", checkpoint.node());
        var proof = json.putObject("inclusion").put("index", inclusion.index()).put("size", inclusion.size());
        var path = proof.putArray("path");
        inclusion.path().forEach(hash -> path.add(hash.hex()));
        return new String(Json.canonical(json), UTF_8);
    }

    /// Reads a receipt, however its JSON is laid out.
    ///
    /// @throws IllegalArgumentException if the text is not a receipt
    public static Receipt ofJson(String text) {
        var json = Json.read(text.getBytes(UTF_8));
        Json.mustHaveOnly(json, "format", "index", "entry", "checkpoint", "inclusion");
        if (!Json.text(json, "format").equals(FORMAT)) {
            throw new IllegalArgumentException("the format is not " + FORMAT);
        }
        return new Receipt(
                Entry.of(json.path("entry")),
                Json.integer(json, "index"),
                inclusionOf(json.path("inclusion")),
                Checkpoint.of(json.path("checkpoint")));
    }

    private static InclusionProof inclusionOf(JsonNode json) {
        Json.mustHaveOnly(json, "index", "size", "path");
        var path = StreamSupport.stream(json.path("path").spliterator(), false)
                .map(Json::text)
                .map(Hash::ofHex)
                .toList();
        return new InclusionProof(Json.integer(json, "index"), Json.integer(json, "size"), path);
    }
}
