package org.mingqu.enclave.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.release.Groups.Place;
import org.mingqu.enclave.release.Histories.Body;
import org.mingqu.enclave.release.Suppressed.Reason;
import org.mingqu.enclave.release.Suppressed.Remedy;
import org.mingqu.guard.ReviewedCells;
import org.mingqu.privacy.disclosure.ReleaseHistory;
import org.mingqu.privacy.disclosure.Verdict;
import org.roaringbitmap.RoaringBitmap;

/// Decides which groups of an answer may leave: each by itself (threshold, homogeneity, dominance) and all
/// together with everything that was released before.
///
/// Groups are taken out until every cell of those that are left passes one after the other. What is then left
/// of a total is a total over what is left, so that no group that was taken out follows from it.
public final class Deciding {

    private static final int MOST_ROUNDS = 12;

    private final Histories histories;
    private final Policy policy;
    private final String run;
    private final ReviewedCells plan;
    private final List<String> resources;
    private final Groups groups;
    private final List<OwnGroups> own;
    private final Map<Integer, Suppressed> withheld = new TreeMap<>();

    /// @param resources for each reading of the plan the resource, or the dictionary of an own table
    /// @param own the own tables that choose from granted data; none where nothing granted is read
    public Deciding(
            Histories histories,
            Policy policy,
            String run,
            ReviewedCells plan,
            List<String> resources,
            Groups groups,
            List<OwnGroups> own) {
        this.histories = histories;
        this.policy = policy;
        this.run = run;
        this.plan = plan;
        this.resources = List.copyOf(resources);
        this.groups = groups;
        this.own = List.copyOf(own);
    }

    /// Decides; nothing is remembered.
    public Decision decide() throws IOException {
        byThemselves();
        for (var table : own) {
            nearlyAll(table);
        }
        var bodies = bodies();
        for (var round = 0; !pass(bodies); round++) {
            if (round == MOST_ROUNDS) {
                withholdAll();
            }
        }
        return new Decision(
                withheld.keySet(),
                List.copyOf(withheld.values()),
                new Cells(
                        bodies.stream().map(this::cells).toList(),
                        own.stream().map(this::reached).toList()));
    }

    /// Whoever wrote an own table knows all who are in a group of it. If nearly all of them are in the
    /// result, or in it and in earlier ones, the result speaks of each.
    private void nearlyAll(OwnGroups table) throws IOException {
        var before = histories.own().reached(table.dictionary());
        table.tooNear(groupsReached(table), before, policy.threshold(), groups)
                .forEach(group -> withhold(group, Reason.OWN));
        if (!histories.own().mayLeave(reached(table))) {
            groupsReached(table).keySet().forEach(group -> withhold(group, Reason.OWN));
        }
    }

    /// The subjects of an own table in each group that is left.
    private Map<Integer, RoaringBitmap> groupsReached(OwnGroups table) {
        var all = new TreeMap<Integer, RoaringBitmap>();
        groups.cells(Histories.Level.SUBJECTS).forEach((place, cell) -> {
            if (resources.get(place.reading()).equals(table.dictionary()) && !withheld.containsKey(place.group())) {
                all.computeIfAbsent(place.group(), _ -> new RoaringBitmap()).or(cell);
            }
        });
        return all;
    }

    private Cells.OfOwn reached(OwnGroups table) {
        var reached = new RoaringBitmap();
        var sets = new java.util.LinkedHashSet<RoaringBitmap>();
        groupsReached(table).forEach((group, cell) -> {
            reached.or(cell);
            sets.add(table.group(groups.all().get(group).keys()));
        });
        return new Cells.OfOwn(
                table.dictionary(),
                policy.threshold(),
                sets.stream().map(Cells::bytes).toList(),
                List.of(Cells.bytes(reached)));
    }

    private void byThemselves() {
        for (var i = 0; i < groups.all().size(); i++) {
            if (groups.all().get(i).behind() < policy.threshold()) {
                withheld.put(
                        i,
                        new Suppressed(List.of(), Reason.TOO_FEW, List.of(), 0, List.of(Remedy.COARSER, Remedy.DROP)));
            }
        }
        homogeneousParts();
        homogeneousKeys();
        groups.contributions().forEach((of, values) -> {
            if (!policy.dominance().allows(values)) {
                withhold(Groups.group(of), Reason.DOMINATED);
            }
        });
    }

    private void withhold(int group, Reason reason) {
        var keys = groups.all().get(group).keys();
        withheld.putIfAbsent(group, new Suppressed(keys, reason, List.of(), 0, List.of(Remedy.COARSER, Remedy.DROP)));
    }

    private void homogeneousParts() {
        if (!plan.sensitiveParts()) {
            return;
        }
        var counts = new HashMap<Place, List<Long>>();
        groups.cells(Histories.Level.SUBJECTS)
                .forEach((place, cell) -> counts.computeIfAbsent(
                                new Place(place.reading(), place.group(), 0), _ -> new ArrayList<>())
                        .add(cell.getLongCardinality()));
        counts.forEach((of, parts) -> homogeneous(List.of(of.group()), parts));
    }

    private void homogeneousKeys() {
        if (plan.sensitiveKeys().isEmpty()) {
            return;
        }
        var together = new LinkedHashMap<List<@Nullable String>, List<Integer>>();
        for (var i = 0; i < groups.all().size(); i++) {
            var others = new ArrayList<>(groups.all().get(i).keys());
            plan.sensitiveKeys().forEach(key -> others.set(key, null));
            together.computeIfAbsent(others, _ -> new ArrayList<>()).add(i);
        }
        together.values()
                .forEach(all -> homogeneous(
                        all, all.stream().map(i -> groups.all().get(i).behind()).toList()));
    }

    private void homogeneous(List<Integer> all, List<Long> counts) {
        if (!policy.homogeneity()
                .allows(counts.stream().mapToLong(Long::longValue).toArray())) {
            all.forEach(group -> withhold(group, Reason.HOMOGENEOUS));
        }
    }

    private void withholdAll() {
        for (var i = 0; i < groups.all().size(); i++) {
            withhold(i, Reason.BEYOND_BOUND);
        }
    }

    /// What concerns one history.
    private record OfBody(Body body, int size, @Nullable ReleaseHistory history, Map<Place, RoaringBitmap> cells) {}

    private List<OfBody> bodies() throws IOException {
        var bodies = new ArrayList<OfBody>();
        for (var resource : resources.stream().distinct().toList()) {
            for (var body : histories.bodies(resource)) {
                var cells = new TreeMap<>(groups.cells(body.level()));
                cells.keySet().removeIf(place -> !resources.get(place.reading()).equals(resource));
                var size = body.level().of(histories.size(resource));
                bodies.add(new OfBody(body, size, histories.read(body, size, policy.threshold()), cells));
            }
        }
        return bodies;
    }

    private Cells.OfBody cells(OfBody of) {
        var leaving = new ArrayList<byte[]>();
        var small = new ArrayList<byte[]>();
        var kept = new ArrayList<byte[]>();
        of.cells().forEach((place, cell) -> {
            var why = withheld.get(place.group());
            if (why == null) {
                leaving.add(Cells.bytes(cell));
            } else if (cell.getCardinality() < policy.threshold()) {
                small.add(Cells.bytes(cell));
            } else if (why.reason() == Reason.DOMINATED) {
                kept.add(Cells.bytes(cell));
            }
        });
        return new Cells.OfBody(of.body(), of.size(), policy.threshold(), leaving, small, kept);
    }

    /// Tries all cells of the groups that are left, and takes the groups out of which one does not pass.
    private boolean pass(List<OfBody> bodies) {
        var before = withheld.size();
        for (var of : bodies) {
            var places = of.cells().keySet().stream()
                    .filter(place -> !withheld.containsKey(place.group()))
                    .toList();
            if (of.history() == null) {
                places.forEach(place -> withhold(place.group(), Reason.TOO_FEW));
            } else {
                tryOut(of.history().copy(), cells(of), places);
            }
        }
        return withheld.size() == before;
    }

    private void tryOut(ReleaseHistory history, Cells.OfBody cells, List<Place> places) {
        var kept = cells.kept().stream().map(Cells::bitmap).toList();
        for (var table : cells.tables(run)) {
            var verdicts = history.release(table.table(), kept).verdicts();
            for (var i = 0; i < table.leaving(); i++) {
                if (verdicts.get(i) instanceof Verdict.Withheld why) {
                    var group = places.get(table.cells().get(i)).group();
                    withheld.putIfAbsent(group, suppressed(group, why));
                }
            }
        }
    }

    private Suppressed suppressed(int group, Verdict.Withheld why) {
        var remedies = why.remedies().stream()
                .map(remedy -> switch (remedy) {
                    case Verdict.Remedy.MergeWith _ -> Remedy.MERGE;
                    case Verdict.Remedy.Coarser _ -> Remedy.COARSER;
                    case Verdict.Remedy.Drop _ -> Remedy.DROP;
                })
                .toList();
        return new Suppressed(
                groups.all().get(group).keys(),
                Reason.valueOf(why.reason().name()),
                why.releases(),
                why.cells(),
                remedies);
    }
}
