package org.mingqu.privacy.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.disclosure.Verdict.Reason;
import org.mingqu.privacy.disclosure.Verdict.Remedy;
import org.mingqu.privacy.disclosure.Verdict.Withheld;
import org.roaringbitmap.RoaringBitmap;

/// All that was released about the subjects of one kind in one body of data, whoever received it, and the check
/// of what is to be released next (articles 21 and 32). The total of all subjects counts as known.
///
/// An attacker who holds sums over released cells can compute their combinations and nothing else that is
/// certain for any values. Two things let a cell out:
///
/// 1. *Enough is told apart.* The released cells divide the subjects into atoms. If the cell cuts atoms, and the
///    smaller parts together hold at least the threshold of subjects, then every combination in which the cell
///    takes part stands for at least the threshold: within an atom all other cells weigh alike, so that of the
///    two parts at least one keeps a weight. This holds for combinations of any length and any coefficients.
/// 2. *Nothing small is given.* Otherwise the cell is followed exactly, modulo a prime that is drawn at random
///    and kept secret ([Audit]): after the cell no combination, of any length, gives the sum over one subject,
///    over an atom or two atoms of fewer subjects than the threshold, over a small cell that was asked for, or
///    over the small common part or difference of two cells.
///
/// What neither lets out is withheld. The prime could hide a combination only by dividing a determinant of the
/// released cells, which for 4,096 cells has a chance below 2^-40. Not covered: what follows from values alone,
/// as when a sum is as great as it can be ([Homogeneity]); larger sets of three or more small atoms that nobody
/// has named; knowledge about subjects from elsewhere.
///
/// Not for use by several threads at once.
public final class ReleaseHistory {

    private final DifferencingRule rule;
    private final PrimeField field;
    private final long seed;
    private Atoms atoms;
    private final Set<Fingerprint> released;
    private @Nullable Audit audit;

    ReleaseHistory(
            DifferencingRule rule,
            PrimeField field,
            long seed,
            Atoms atoms,
            Set<Fingerprint> released,
            @Nullable Audit audit) {
        this.rule = rule;
        this.field = field;
        this.seed = seed;
        this.atoms = atoms;
        this.released = released;
        this.audit = audit;
    }

    /// A history without a release.
    ///
    /// @param subjects in all, at least the threshold; they are numbered from 0
    /// @param seed a random number that nobody outside knows; the prime and the weights come from it
    public static ReleaseHistory over(int subjects, DifferencingRule rule, long seed) {
        if (subjects < rule.threshold()) {
            throw new IllegalArgumentException("fewer subjects than the threshold");
        }
        var field = PrimeField.drawn(seed);
        var atoms = new Atoms(subjects);
        var parts = new Audit.Parts(new Published(), new Elimination(field), new Targets(), List.of());
        var audit = new Audit(rule, field, seed, atoms, parts);
        var history = new ReleaseHistory(rule, field, seed, atoms, new HashSet<>(), audit);
        var all = new RoaringBitmap();
        all.add(0L, subjects);
        audit.open("", atoms);
        audit.enter(atoms.cut(all));
        history.released.add(Fingerprint.of(all, seed));
        return history;
    }

    /// What would leave if the table were released now; nothing is remembered.
    public Review preview(Table table) {
        return copy().release(table);
    }

    /// Decides on each cell of a table and remembers those that pass as released.
    ///
    /// The greatest cells are decided first, so that the small ones are withheld.
    public Review release(Table table) {
        return release(table, List.of());
    }

    /// The same, and from now on the sum over none of some further sets may follow from what is released: cells that
    /// are large enough, but whose sums would give one great contributor away ([Dominance]).
    ///
    /// Beyond the bound of what is followed exactly, such sets are no longer kept apart.
    ///
    /// @param kept the sets; they are watched before the cells are decided on
    public Review release(Table table, List<RoaringBitmap> kept) {
        var verdicts = new Verdict[table.cells().size()];
        bound();
        var order = IntStream.range(0, verdicts.length)
                .boxed()
                .sorted(Comparator.comparingInt(
                        (Integer i) -> -table.cells().get(i).getCardinality()))
                .toList();
        if (audit != null) {
            audit.open(table.release(), atoms);
        }
        for (var i = order.size() - 1; i >= 0; i--) {
            var cell = table.cells().get(order.get(i));
            if (audit != null && cell.getCardinality() < rule.threshold()) {
                audit.watch(cell.toArray(), atoms);
            }
        }
        if (audit != null) {
            for (var set : kept) {
                audit.watch(set.toArray(), atoms);
            }
        }
        for (var i : order) {
            verdicts[i] = decide(table.cells().get(i));
        }
        bound();
        if (audit != null) {
            audit.close(atoms);
        }
        return new Review(withRemedies(table, verdicts));
    }

    private Verdict decide(RoaringBitmap cell) {
        var fingerprint = Fingerprint.of(cell, seed);
        if (cell.last() >= atoms.subjects()) {
            throw new IllegalArgumentException("a subject that is not one of %d".formatted(atoms.subjects()));
        }
        if (cell.getCardinality() < rule.threshold()) {
            return new Withheld(Reason.TOO_FEW, List.of(), 1, 1, rule.threshold() - 1, List.of());
        }
        if (released.contains(fingerprint)) {
            return new Verdict.Passes(true);
        }
        var cut = atoms.cut(cell);
        if (audit != null) {
            audit.follow(cut, atoms);
            bound();
        }
        var verdict = decide(cut);
        if (verdict instanceof Verdict.Passes) {
            released.add(fingerprint);
        } else {
            if (audit != null) {
                audit.unfollow(cut);
            }
            atoms.undo(cut);
        }
        return verdict;
    }

    private Verdict decide(Atoms.Cut cut) {
        if (cut.mass() >= rule.threshold() && (audit == null || !audit.keepsLarge())) {
            if (audit != null) {
                audit.enter(cut);
            }
            return new Verdict.Passes(false);
        }
        return audit != null
                ? audit.decide(cut, atoms)
                : new Withheld(Reason.BEYOND_BOUND, List.of(), 0, 1, rule.threshold() - 1, List.of());
    }

    /// Gives up following exactly once there is too much: from then on only the first way lets out.
    private void bound() {
        if (audit != null && !audit.within(atoms)) {
            audit = null;
        }
    }

    /// Whether combinations are still followed exactly.
    public boolean exact() {
        return audit != null && audit.within(atoms);
    }

    /// How many atoms the released cells divide the subjects into.
    public int atoms() {
        return atoms.count();
    }

    private List<Verdict> withRemedies(Table table, Verdict[] verdicts) {
        var withheld = IntStream.range(0, verdicts.length)
                .filter(i -> verdicts[i] instanceof Withheld)
                .boxed()
                .toList();
        var merges = withheld.size() > 1 && mergePasses(table, withheld);
        for (var i : withheld) {
            var remedies = new ArrayList<Remedy>();
            if (merges) {
                remedies.add(new Remedy.MergeWith(
                        withheld.stream().filter(other -> !other.equals(i)).toList()));
            }
            remedies.add(new Remedy.Coarser());
            remedies.add(new Remedy.Drop());
            if (verdicts[i] instanceof Withheld(var reason, var releases, var cells, var from, var to, var none)) {
                verdicts[i] = new Withheld(reason, releases, cells, from, to, remedies);
            }
        }
        return List.of(verdicts);
    }

    /// Whether one number for all withheld cells together would pass.
    private boolean mergePasses(Table table, List<Integer> withheld) {
        var union = new RoaringBitmap();
        withheld.forEach(i -> union.or(table.cells().get(i)));
        var merged = new Table(table.release(), List.of(union));
        return union.getCardinality() >= rule.threshold() && preview(merged).passing() == 1;
    }

    /// More subjects, of whom nothing was released so far, numbered on from the last.
    ///
    /// @param subjects in all, with the new ones
    public ReleaseHistory grown(int subjects) {
        var grown = atoms.grown(subjects);
        var followed = audit == null ? null : audit.grown(grown, seed);
        return new ReleaseHistory(rule, field, seed, grown, new HashSet<>(released), followed);
    }

    /// The same history with a higher threshold: what was released stays released, and what it tells about fewer
    /// subjects than that is told. Cells that only exact combinations would let out are withheld from then on where
    /// that is so.
    ///
    /// @param threshold not below the one so far
    public ReleaseHistory stricter(int threshold) {
        if (threshold < rule.threshold()) {
            throw new IllegalArgumentException("a threshold below the %d so far".formatted(rule.threshold()));
        }
        var stricter = new DifferencingRule(threshold, rule.rows(), rule.places(), rule.targets(), rule.work());
        var followed = audit == null ? null : audit.copy().parts();
        var own = atoms.copy();
        return new ReleaseHistory(
                stricter,
                field,
                seed,
                own,
                new HashSet<>(released),
                followed == null ? null : new Audit(stricter, field, seed, own, followed));
    }

    /// The least number of subjects that may be told apart.
    public int threshold() {
        return rule.threshold();
    }

    /// All subjects, of whom anything may have been released.
    public int subjects() {
        return atoms.subjects();
    }

    /// The same history, to go on from here by itself.
    public ReleaseHistory copy() {
        var followed = audit == null ? null : audit.copy();
        return new ReleaseHistory(rule, field, seed, atoms.copy(), new HashSet<>(released), followed);
    }

    /// The whole history as bytes, to be sealed: whoever reads them knows which subjects are alike.
    public byte[] toBytes() {
        return HistoryFormat.write(
                new HistoryFormat.State(rule, seed, atoms, released, audit == null ? null : audit.parts()));
    }

    /// A history from its bytes.
    ///
    /// @throws IllegalArgumentException if the bytes are not a history of a version that is known
    public static ReleaseHistory fromBytes(byte[] bytes) {
        var state = HistoryFormat.read(bytes);
        var field = PrimeField.drawn(state.seed());
        var parts = state.parts();
        var audit = parts == null ? null : new Audit(state.rule(), field, state.seed(), state.atoms(), parts);
        return new ReleaseHistory(state.rule(), field, state.seed(), state.atoms(), state.released(), audit);
    }
}
