package org.mingqu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The test vectors of transparency-dev/merkle (Apache-2.0), which are about SHA-256.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MerkleVectorsTest {

    @Test
    void all_vectors_are_there() {
        assertThat(vectors("merkle")).hasSize(196);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void inclusion(Path file) {
        var vector = read(file);
        // The index is written as an unsigned number of 64 bits; above 2^63 it is below zero for us.
        var index = new BigInteger(vector.path("leafIdx").asString()).longValue();
        check(vector, hash -> {
            new InclusionProof(index, vector.path("treeSize").asLong(), path(vector, hash))
                    .verify(
                            HashFunction.SHA256,
                            hash.apply(vector.path("leafHash").asString()),
                            hash.apply(vector.path("root").asString()));
            return true;
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void consistency(Path file) {
        var vector = read(file);
        check(vector, hash -> {
            new ConsistencyProof(
                            vector.path("size1").asLong(), vector.path("size2").asLong(), path(vector, hash))
                    .verify(
                            HashFunction.SHA256,
                            hash.apply(vector.path("root1").asString()),
                            hash.apply(vector.path("root2").asString()));
            return true;
        });
    }

    static Stream<Path> inclusion() {
        return vectors("merkle/inclusion").stream();
    }

    static Stream<Path> consistency() {
        return vectors("merkle/consistency").stream();
    }

    /// A vector that must fail has to fail as it stands. One that must hold may use words such as "don't
    /// care" for a root, which a hash of ours cannot be: these are hashed first.
    private static void check(JsonNode vector, Function<Function<String, Hash>, Boolean> verification) {
        if (vector.path("wantErr").booleanValue()) {
            assertThatThrownBy(() -> verification.apply(text -> Hash.of(decode(text))))
                    .isInstanceOfAny(ProofRejected.class, IllegalArgumentException.class);
        } else {
            assertThatCode(() -> verification.apply(MerkleVectorsTest::hashOfAnything))
                    .doesNotThrowAnyException();
        }
    }

    private static Hash hashOfAnything(String text) {
        var bytes = decode(text);
        return bytes.length == Hash.BYTES ? Hash.of(bytes) : HashFunction.SHA256.of(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static List<Hash> path(JsonNode vector, Function<String, Hash> hash) {
        var path = new ArrayList<Hash>();
        vector.path("proof").forEach(element -> path.add(hash.apply(element.asString())));
        return path;
    }

    private static JsonNode read(Path file) {
        return Json.MAPPER.readTree(file.toFile());
    }

    private static List<Path> vectors(String folder) {
        try (var files =
                Files.walk(Path.of(MerkleVectorsTest.class.getResource(folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
