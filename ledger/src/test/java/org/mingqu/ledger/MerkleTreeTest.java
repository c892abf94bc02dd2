package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MerkleTreeTest {

    /// The example of GB/T 32905-2016, appendix A.1.
    @Test
    void sm3_is_the_sm3_of_the_standard() {
        assertThat(HashFunction.SM3.of("abc".getBytes(UTF_8)).hex())
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    /// The roots of the reference implementation of RFC 6962 for its eight test leaves.
    @Test
    void the_roots_are_those_of_the_reference_implementation() {
        var leaves = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var tree = new MerkleTree(HashFunction.SHA256);

        for (var i = 0; i < leaves.size(); i++) {
            tree.append(HashFunction.SHA256.leaf(HexFormat.of().parseHex(leaves.get(i))));
            assertThat(tree.root().hex()).isEqualTo(roots.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_root_of_nothing_is_the_hash_of_nothing(HashFunction function) {
        assertThat(new MerkleTree(function).root()).isEqualTo(function.of(new byte[0]));
        assertThat(Frontier.empty(function).root()).isEqualTo(function.of(new byte[0]));
    }

    @Test
    void every_size_the_tree_ever_had_keeps_its_root() {
        var tree = treeOf(300);

        for (var size = 0; size <= 300; size++) {
            assertThat(tree.root(size)).as("size %d", size).isEqualTo(plainRoot(leaves(size)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33})
    void every_entry_can_be_proved_at_its_own_place_only(int size) {
        var tree = treeOf(size);

        for (var index = 0; index < size; index++) {
            var proof = tree.inclusion(index, size);
            for (var other = 0; other < size; other++) {
                var claim = new InclusionProof(other, size, proof.path());
                var leaf = leaf(index);
                if (other == index) {
                    assertThatCode(() -> claim.verify(leaf, tree.root())).doesNotThrowAnyException();
                } else {
                    assertThatExceptionOfType(ProofRejected.class)
                            .as("entry %d passed off as %d", index, other)
                            .isThrownBy(() -> claim.verify(leaf, tree.root()));
                }
            }
        }
    }

    /// The root of two entries must not pass for the root of fourteen thousand.
    @Test
    void a_proof_is_rejected_under_another_size() {
        var claim = new InclusionProof(0, 14_358, List.of(leaf(1)));

        assertRejected(() -> claim.verify(leaf(0), treeOf(2).root()), Fault.Kind.INCLUSION_PATH_LENGTH, 0);
    }

    @Test
    void every_growth_can_be_proved() {
        var tree = treeOf(70);

        for (var newer = 1; newer <= 70; newer++) {
            for (var older = 1; older <= newer; older++) {
                tree.consistency(older, newer).verify(tree.root(older), tree.root(newer));
            }
        }
    }

    @Test
    void another_history_cannot_be_proved_to_be_a_growth() {
        var tree = treeOf(70);

        for (var older = 1; older < 70; older++) {
            var changed = new ArrayList<>(leaves(older));
            changed.set(older / 2, leaf(1_000));
            var claim = tree.consistency(older, 70);
            assertThatExceptionOfType(ProofRejected.class)
                    .as("grown from %d", older)
                    .isThrownBy(() -> claim.verify(plainRoot(changed), tree.root()));
        }
    }

    /// Trees at random, against the definition of RFC 6962 written as it stands there; seed in the name.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_tree_the_frontier_and_the_definition_agree(long seed) {
        var random = new SplittableRandom(seed);
        var size = 1 + random.nextInt(9_000);
        var all = leaves(size);
        var tree = MerkleTree.of(HashFunction.SM3, all);
        var cut = random.nextInt(size + 1);
        var frontier = tree.frontier(cut);
        for (var leaf : all.subList(cut, size)) {
            frontier = frontier.with(leaf);
        }
        var index = random.nextInt(size);
        var older = 1 + random.nextInt(size);

        assertThat(tree.root()).isEqualTo(plainRoot(all));
        assertThat(frontier).isEqualTo(tree.frontier(size));
        assertThat(frontier.root()).isEqualTo(tree.root());
        assertThat(tree.leaf(index)).isEqualTo(all.get(index));
        tree.inclusion(index, size).verify(all.get(index), tree.root());
        tree.consistency(older, size).verify(plainRoot(all.subList(0, older)), tree.root());
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @Test
    void a_frontier_must_have_a_hash_for_each_bit_of_its_size() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Frontier(HashFunction.SM3, 5, List.of(leaf(0))))
                .withMessage("a tree of 5 entries does not end in 1 subtrees");
    }

    @Test
    void nothing_is_proved_about_entries_that_are_not_there() {
        var tree = treeOf(5);

        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(0, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.root(6));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.node(1, 2));
    }

    private static void assertRejected(Runnable verification, Fault.Kind kind, long index) {
        assertThatExceptionOfType(ProofRejected.class)
                .isThrownBy(verification::run)
                .satisfies(rejected -> {
                    assertThat(rejected.fault().kind()).isEqualTo(kind);
                    assertThat(rejected.fault().index()).isEqualTo(index);
                });
    }

    private static MerkleTree treeOf(int size) {
        return MerkleTree.of(HashFunction.SM3, leaves(size));
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size).mapToObj(MerkleTreeTest::leaf).toList();
    }

    private static Hash leaf(int number) {
        return HashFunction.SM3.leaf("entry %d".formatted(number).getBytes(UTF_8));
    }

    /// RFC 6962 section 2.1, word for word.
    private static Hash plainRoot(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return HashFunction.SM3.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var k = Integer.highestOneBit(leaves.size() - 1);
        return HashFunction.SM3.node(plainRoot(leaves.subList(0, k)), plainRoot(leaves.subList(k, leaves.size())));
    }
}
