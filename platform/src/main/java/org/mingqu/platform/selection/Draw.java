package org.mingqu.platform.selection;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mingqu.ledger.HashFunction;

/// The lot by which experts are drawn, so that anybody can draw it again.
///
/// The seed is fixed before the notice, which carries its hash; the filings, which the authority does not choose, take
/// part in the order. So neither side can bring about a panel of its liking.
final class Draw {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Draw() {}

    static String seed() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// SM3 of the seed's 32 bytes, in hex.
    static String commitment(String seed) {
        return HashFunction.SM3.of(HexFormat.of().parseHex(seed)).hex();
    }

    /// The people in the order of the lot: by SM3 of the seed in hex, the filings in order and the person, as text
    /// joined by line feeds.
    ///
    /// @param filings entries of the evidence, one for each application that was filed
    static List<UUID> order(String seed, List<UUID> filings, List<UUID> people) {
        var drawn = filings.stream().map(UUID::toString).sorted().collect(Collectors.joining("\n"));
        return people.stream()
                .sorted(Comparator.comparing(it -> HashFunction.SM3
                        .of("%s\n%s\n%s".formatted(seed, drawn, it).getBytes(StandardCharsets.UTF_8))
                        .hex()))
                .toList();
    }
}
