package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.mingqu.privacy.disclosure.Verdict.Reason;
import org.mingqu.privacy.disclosure.Verdict.Withheld;

/// All released cells followed exactly, by linear algebra over a prime field.
///
/// What an attacker can compute of sums are the combinations of released cells. With a null vector of all
/// released cells ([NullVectors]) any set of subjects is tested by one sum. A new cell that is not itself a
/// combination of the others turns the null vectors along the one direction it takes away; then all atoms, all
/// pairs of atoms and all small sets that can be named ([Targets]) are tested again.
final class Audit {

    /// What one test of all atoms costs for each, counted in multiplications.
    private static final int PER_ATOM = 64;
    private static final int PENDING = -2;
    private static final int GIVEN = -1;
    private final DifferencingRule rule;
    private final PrimeField field;
    private final Weights weights;
    private final Published published;
    private final Elimination elimination;
    private final Targets targets;
    private final List<Integer> pending;
    private NullVectors vectors;
    private Nearness nearness;
    private long work;

    Audit(DifferencingRule rule, PrimeField field, long seed, Atoms atoms, Parts parts) {
        this(
                rule,
                field,
                new Weights(field, seed, atoms),
                parts,
                new ArrayList<>(parts.pending()),
                new NullVectors(field, atoms.count()));
        refresh(atoms);
    }

    private Audit(
            DifferencingRule rule,
            PrimeField field,
            Weights weights,
            Parts parts,
            List<Integer> pending,
            NullVectors vectors) {
        this.rule = rule;
        this.field = field;
        this.weights = weights;
        this.published = parts.published();
        this.elimination = parts.elimination();
        this.targets = parts.targets();
        this.pending = pending;
        this.vectors = vectors;
        this.nearness = new Nearness(published, rule.threshold());
    }

    /// What is stored of it.
    record Parts(Published published, Elimination elimination, Targets targets, List<Integer> pending) {}

    Parts parts() {
        return new Parts(published, elimination, targets, pending);
    }

    Audit copy() {
        var parts = new Parts(published.copy(), elimination.copy(), targets.copy(), pending);
        return new Audit(rule, field, weights.copy(), parts, new ArrayList<>(pending), vectors.copy());
    }

    /// Whether all that was released is still within the bound.
    boolean within(Atoms atoms) {
        return elimination.rows() + pending.size() <= rule.rows()
                && (long) published.tables() * atoms.count() <= rule.places()
                && targets.members() <= rule.targets();
    }

    void open(String release, Atoms atoms) {
        published.open(release, atoms.count());
        nearness = new Nearness(published, rule.threshold());
        work = 0;
    }

    void close(Atoms atoms) {
        published.close();
        flush(atoms);
    }

    /// The same with more subjects, of whom nothing was released.
    Audit grown(Atoms grown, long seed) {
        var parts = new Parts(published.grown(grown.count()), elimination.copy(), targets.copy(), pending);
        return new Audit(rule, field, seed, grown, parts);
    }

    void follow(Atoms.Cut cut, Atoms atoms) {
        weights.follow(cut, atoms);
        published.follow(cut);
        vectors.follow(cut);
    }

    void unfollow(Atoms.Cut cut) {
        weights.unfollow(cut);
    }

    /// Enters a cell that was let out because it tells enough subjects apart.
    void enter(Atoms.Cut cut) {
        pending.add(published.add(cut.within(), cut.members().length, PENDING));
    }

    /// Whether a watched set has as many subjects as the threshold: then no cell is let out unseen.
    boolean keepsLarge() {
        return targets.largest() >= rule.threshold();
    }

    /// Watches a set that was asked for.
    void watch(int[] subjects, Atoms atoms) {
        if (subjects.length > 1) {
            addTargets(List.of(subjects), atoms);
        }
    }

    /// Lets a cell out and enters it, or says why not.
    Verdict decide(Atoms.Cut cut, Atoms atoms) {
        if (!flush(atoms)) {
            return beyond();
        }
        var size = cut.members().length;
        var overlap = Overlap.of(cut.within(), atoms, weights, published, field);
        var sums = new long[] {vectors.over(0, cut.within(), weights), vectors.over(1, cut.within(), weights)};
        if (sums[0] == 0 && sums[1] == 0) {
            nearness.passed(overlap, size);
            published.add(cut.within(), size, GIVEN);
            return new Verdict.Passes(true);
        }
        var close = nearness.close(overlap, size);
        if (close.isPresent()) {
            var near = close.get();
            return withheld(near.reason(), nearness.named(near), near.cells());
        }
        work += 2L * elimination.rows() * elimination.rows() + (PER_ATOM + published.tables()) * (long) atoms.count();
        if (elimination.rows() >= rule.rows() || work > rule.work()) {
            return beyond();
        }
        return eliminate(cut, atoms, overlap, sums);
    }

    private Verdict eliminate(Atoms.Cut cut, Atoms atoms, Overlap overlap, long[] sums) {
        var size = cut.members().length;
        addTargets(new SmallSets(atoms, published, rule.threshold()).of(cut.within(), size, overlap), atoms);
        var remainder = elimination.remainder(overlap.byRow(published, elimination.rows()), overlap.own());
        if (remainder.pivot() == 0) {
            return beyond();
        }
        var turned = vectors.moved(factors(sums, remainder.pivot()), direction(cut, atoms, remainder));
        elimination.append(remainder);
        var exposure = Exposure.find(turned, atoms, weights, targets, rule.threshold(), field);
        if (exposure.isPresent()) {
            var verdict = explained(exposure.get(), cut);
            elimination.removeLast();
            return verdict;
        }
        vectors = turned;
        nearness.passed(overlap, size);
        published.add(cut.within(), size, elimination.rows() - 1);
        return new Verdict.Passes(false);
    }

    private long[] factors(long[] sums, long pivot) {
        var inverse = field.invert(pivot);
        return Arrays.stream(sums).map(sum -> field.multiply(sum, inverse)).toArray();
    }

    /// What the cell has beyond all other cells: the direction in which the null vectors must turn.
    private long[] direction(Atoms.Cut cut, Atoms atoms, Elimination.Remainder remainder) {
        var direction = NullVectors.spread(elimination.solve(remainder), published, atoms.count(), field);
        for (var atom = 0; atom < direction.length; atom++) {
            direction[atom] = field.subtract(0, direction[atom]);
        }
        for (var atom : cut.within()) {
            direction[atom] = field.add(direction[atom], field.one());
        }
        return direction;
    }

    /// Finds the combination that gives the set away: the rows are independent, so there is one only.
    private Verdict explained(Exposure exposure, Atoms.Cut cut) {
        var products = new long[published.cells() + 1];
        for (var table = 0; table < published.tables(); table++) {
            var cellOf = published.cellOf(table);
            for (var atom : exposure.plus()) {
                products[cellOf[atom]] = field.add(products[cellOf[atom]], weights.weight(atom));
            }
            for (var atom : exposure.minus()) {
                products[cellOf[atom]] = field.subtract(products[cellOf[atom]], weights.weight(atom));
            }
        }
        var right = new Overlap(new int[0], products, 0).byRow(published, elimination.rows());
        right[right.length - 1] = sum(exposure, cut);
        return named(elimination.solve(right));
    }

    private long sum(Exposure exposure, Atoms.Cut cut) {
        var within = Arrays.stream(cut.within()).boxed().collect(java.util.stream.Collectors.toSet());
        var sum = 0L;
        for (var atom : exposure.plus()) {
            sum = within.contains(atom) ? field.add(sum, weights.weight(atom)) : sum;
        }
        for (var atom : exposure.minus()) {
            sum = within.contains(atom) ? field.subtract(sum, weights.weight(atom)) : sum;
        }
        return sum;
    }

    private Verdict named(long[] coefficients) {
        var releases = new LinkedHashSet<String>();
        var tables = new LinkedHashSet<Integer>();
        var cells = 1;
        for (var cell = 1; cell <= published.cells(); cell++) {
            var entry = published.entry(cell);
            if (entry.row() >= 0 && coefficients[entry.row()] != 0) {
                releases.add(published.release(entry.table()));
                tables.add(entry.table());
                cells++;
            }
        }
        var total = tables.remove(0);
        var reason = tables.size() > 1 ? Reason.COMBINATION : total ? Reason.COMPLEMENT : Reason.UNION;
        return withheld(cells == 2 && !total ? Reason.DIFFERENCE : reason, new ArrayList<>(releases), cells);
    }

    private Verdict beyond() {
        return withheld(Reason.BEYOND_BOUND, List.of(), 0);
    }

    private Withheld withheld(Reason reason, List<String> releases, int cells) {
        var named = releases.subList(0, Math.min(releases.size(), Withheld.NAMED));
        return new Withheld(reason, named, cells, 1, rule.threshold() - 1, List.of());
    }

    /// Brings the cells that were let out unseen into the elimination, as far as the work allows.
    ///
    /// @return whether all are in
    private boolean flush(Atoms atoms) {
        if (pending.isEmpty()) {
            return true;
        }
        var done = 0;
        var sets = new ArrayList<int[]>();
        var small = new SmallSets(atoms, published, rule.threshold());
        for (; done < pending.size() && work <= rule.work(); done++) {
            var cell = pending.get(done);
            var entry = published.entry(cell);
            work += (long) elimination.rows() * elimination.rows() / 2 + atoms.count();
            var within = within(cell, entry.table(), atoms);
            var overlap = Overlap.of(within, atoms, weights, published, field);
            var remainder = elimination.remainder(overlap.byRow(published, elimination.rows()), overlap.own());
            elimination.append(remainder);
            published.enter(cell, elimination.rows() - 1);
            sets.addAll(small.of(within, entry.size(), overlap));
            if (entry.table() == published.tables() - 1) {
                nearness.passed(overlap, entry.size());
            }
        }
        pending.subList(0, done).clear();
        if (pending.isEmpty()) {
            refresh(atoms);
        }
        addTargets(sets, atoms);
        return pending.isEmpty();
    }

    private int[] within(int cell, int table, Atoms atoms) {
        var cellOf = published.cellOf(table);
        var within = new int[atoms.count()];
        var count = 0;
        for (var atom = 0; atom < within.length; atom++) {
            if (cellOf[atom] == cell) {
                within[count++] = atom;
            }
        }
        return Arrays.copyOf(within, count);
    }

    private void refresh(Atoms atoms) {
        vectors = NullVectors.of(elimination, published, atoms, weights, field);
    }

    /// Watches sets, but for those about which a number is out already.
    private void addTargets(List<int[]> sets, Atoms atoms) {
        for (var set : sets) {
            if (vectors.overSubjects(0, set, atoms, weights) != 0) {
                targets.add(set);
            }
        }
    }
}
