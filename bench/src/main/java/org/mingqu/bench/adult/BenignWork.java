package org.mingqu.bench.adult;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.disclosure.Table;
import org.roaringbitmap.RoaringBitmap;

/// What honest analysts ask of the Adult data, from a seed: tables by one or two columns, ages mostly in bands,
/// some under a filter, some again what was asked before, some deeper into what they just saw. Four analysts
/// take turns; each follows a line of questions of their own.
public final class BenignWork {

    private static final int ANALYSTS = 4;

    private final Adult adult;
    private final Random random;
    private final List<int[]> columns = new ArrayList<>();
    private final List<int[]> usual = new ArrayList<>();
    private final List<Table> asked = new ArrayList<>();
    private final List<List<int[]>> lines = new ArrayList<>();
    private final List<@Nullable RoaringBitmap> filters = new ArrayList<>();

    /// Work over the data from a seed.
    public BenignWork(Adult adult, long seed) {
        this.adult = adult;
        this.random = new Random(seed);
        for (var column = 0; column < Adult.NAMES.size(); column++) {
            columns.add(adult.columns().get(column));
        }
        usual.add(banded(5));
        usual.add(banded(10));
        usual.addAll(columns);
        for (var analyst = 0; analyst < ANALYSTS; analyst++) {
            lines.add(new ArrayList<>());
            filters.add(null);
        }
    }

    /// Ages in bands; the codes of single years are given in the order of the file, so the years are read
    /// again.
    private int[] banded(int width) {
        var ages = adult.ages();
        var bands = new int[ages.length];
        for (var i = 0; i < ages.length; i++) {
            bands[i] = Math.min(ages[i], 90) / width;
        }
        return bands;
    }

    /// The next table that one of the analysts asks for.
    public Table next() {
        var analyst = random.nextInt(ANALYSTS);
        var kind = random.nextInt(10);
        if (kind < 2 && !asked.isEmpty()) {
            return asked.get(random.nextInt(asked.size()));
        }
        var line = lines.get(analyst);
        if (kind < 7 && !line.isEmpty()) {
            deeper(analyst, line);
        } else {
            line.clear();
            filters.set(analyst, null);
            line.add(column());
        }
        var cells = adult.groups(filters.get(analyst), line).values();
        var table = new Table("release-" + asked.size(), List.copyOf(cells));
        asked.add(table);
        return table;
    }

    /// One column more, or a filter on one of the groups seen, or another column in the place of the last.
    private void deeper(int analyst, List<int[]> line) {
        var way = random.nextInt(3);
        if (way == 0 && line.size() < 2) {
            line.add(column());
        } else if (way == 1 && filters.get(analyst) == null) {
            var groups =
                    List.copyOf(adult.groups(null, List.of(line.getFirst())).values());
            var group = groups.get(random.nextInt(groups.size()));
            if (group.getCardinality() >= 300) {
                filters.set(analyst, group);
                line.set(0, column());
            }
        } else {
            line.set(line.size() - 1, column());
        }
    }

    private int[] column() {
        return usual.get(random.nextInt(usual.size()));
    }
}
