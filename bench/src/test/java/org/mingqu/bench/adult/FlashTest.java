package org.mingqu.bench.adult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingqu.privacy.risk.Classes;
import org.mingqu.privacy.risk.Hierarchy;

/// The peer is only worth a comparison if it finds the optimum: it is tried against all schemes.
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlashTest {

    private static final int COLUMNS = 5;

    private final Adult adult = new Adult();
    private final List<Hierarchy> hierarchies = adult.hierarchies();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.04, 1})
    void the_peer_finds_the_least_loss_of_all_schemes_without_looking_at_most(double suppressible) {
        var columns = adult.columns().subList(0, COLUMNS);
        var of = hierarchies.subList(0, COLUMNS);
        var lattice = new Lattice(of);
        var best = Double.POSITIVE_INFINITY;
        for (var node = 0; node < lattice.size(); node++) {
            best = Math.min(best, loss(lattice, node, suppressible));
        }

        var found = Flash.search(columns, of, 5, suppressible);

        assertThat(found.loss()).isCloseTo(best, within(1e-9));
        assertThat(found.looked()).isLessThan(lattice.size() / 2);
    }

    private double loss(Lattice lattice, int node, double suppressible) {
        var rows = adult.subjects();
        var coarse = new int[COLUMNS][rows];
        for (var column = 0; column < COLUMNS; column++) {
            for (var row = 0; row < rows; row++) {
                coarse[column][row] = hierarchy(column)
                        .group(lattice.level(node, column), adult.columns().get(column)[row]);
            }
        }
        var classes = Classes.of(coarse);
        var left = 0;
        var sum = 0.0;
        for (var row = 0; row < rows; row++) {
            if (classes.size(classes.of(row)) < 5) {
                left++;
                sum += COLUMNS;
            } else {
                for (var column = 0; column < COLUMNS; column++) {
                    sum += hierarchy(column)
                            .loss(lattice.level(node, column), adult.columns().get(column)[row]);
                }
            }
        }
        return left > suppressible * rows ? Double.POSITIVE_INFINITY : sum / rows / COLUMNS;
    }

    private Hierarchy hierarchy(int column) {
        return hierarchies.get(column);
    }
}
