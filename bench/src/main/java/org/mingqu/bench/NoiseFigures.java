package org.mingqu.bench;

import java.util.List;
import org.mingqu.privacy.DiscreteLaplace;
import org.mingqu.privacy.Epsilon;
import org.mingqu.privacy.RandomBits;

/// Draws of exact noise on one core, of a scale as a usual sum has it.
final class NoiseFigures {

    private static final int DRAWS = 2_000_000;

    private NoiseFigures() {}

    static List<Figure> measure() {
        var noise = new DiscreteLaplace(new Epsilon(1000).scale(1000, 1, 1));
        var random = RandomBits.secure();
        var begun = System.nanoTime();
        for (var i = 0; i < DRAWS; i++) {
            noise.sample(random);
        }
        return List.of(new Figure(
                "noise.draws_per_s",
                DRAWS / Samples.millisSince(begun) * 1000,
                "1/s",
                "one core, %d draws".formatted(DRAWS)));
    }
}
