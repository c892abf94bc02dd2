package org.mingqu.enclave.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.privacy.mask.Generalisation;
import org.mingqu.privacy.risk.Classes;
import org.mingqu.privacy.risk.Context;
import org.mingqu.privacy.risk.Evaluation;
import org.mingqu.privacy.risk.Fraction;
import org.mingqu.privacy.risk.Generaliser;
import org.mingqu.privacy.risk.Recoding;
import org.mingqu.privacy.risk.SensitiveValues;
import org.mingqu.privacy.risk.Sharing;
import org.mingqu.privacy.risk.Target;
import org.mingqu.privacy.risk.Utility;
import org.mingqu.warrant.DataSetReport;
import org.mingqu.warrant.Grant;

/// Rows on their way to a data set: made coarser with the least loss until every class of like rows keeps to
/// the target, and then without the classes that what was released before forbids.
///
/// Each row is one subject's, so that classes of rows are classes of subjects.
public final class Shaping {

    private static final int HUNDRED = 100;

    private final List<DataColumn> columns;
    private final List<List<@Nullable Object>> rows;
    private final Grant.DataSets target;
    private final int k;
    private final List<Integer> describing;
    private final List<Generalisation> ladders = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();
    private final List<Generalisation.Numbered> numbered = new ArrayList<>();
    private final @Nullable SensitiveColumn sensitive;
    private final @Nullable Recoding first;
    private final int[] schemeOf;

    /// @param rows a value for each column, and nothing more
    /// @param threshold the fewest subjects of a cell, by the grade of the data
    public Shaping(List<DataColumn> columns, List<List<@Nullable Object>> rows, Grant.DataSets target, int threshold) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.target = target;
        this.k = Math.max(target.k(), threshold);
        this.describing = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == DataColumn.Role.DESCRIBING)
                .boxed()
                .toList();
        for (var place : describing) {
            var values = texts(place);
            var ladder = columns.get(place).generalisation(values);
            texts.add(values);
            ladders.add(ladder);
            numbered.add(ladder.numbered(values));
        }
        this.sensitive = SensitiveColumn.of(columns, rows);
        this.first = recoding();
        this.schemeOf = first == null ? suppressed() : first.schemeOf();
    }

    private int[] suppressed() {
        var none = new int[rows.size()];
        java.util.Arrays.fill(none, Recoding.SUPPRESSED);
        return none;
    }

    private List<String> texts(int place) {
        return rows.stream()
                .map(row -> row.get(place))
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }

    private @Nullable Recoding recoding() {
        if (rows.isEmpty()) {
            return null;
        }
        if (describing.isEmpty()) {
            return whole();
        }
        return generaliser().global(asked()).orElse(null);
    }

    /// Without a describing column all rows are one class.
    private @Nullable Recoding whole() {
        var classes = Classes.of(new int[rows.size()]);
        var keeps = rows.size() >= k
                && (sensitive == null || new SensitiveValues(classes, sensitive.codes()).distinct() >= target.l());
        return keeps ? new Recoding(List.of(List.of()), new int[rows.size()], 0, 1) : null;
    }

    private Generaliser generaliser() {
        return new Generaliser(
                numbered.stream().map(Generalisation.Numbered::rows).toList(),
                numbered.stream().map(Generalisation.Numbered::hierarchy).toList(),
                sensitive == null ? new int[rows.size()] : sensitive.codes());
    }

    private Target asked() {
        var asked = new Target(k, sensitive == null ? 1 : target.l(), target.suppressible() / (double) HUNDRED)
                .withAcceptedRisk(sharing(), context());
        return sensitive == null
                ? asked
                : asked.withCloseness(target.closeness() / (double) HUNDRED, sensitive.ordered());
    }

    private Sharing sharing() {
        return Sharing.valueOf(target.sharing().name());
    }

    private Context context() {
        var attempt = Fraction.of(target.attempt(), HUNDRED);
        return new Context(attempt, attempt, attempt);
    }

    /// Like rows.
    ///
    /// @param keys their describing values as they would leave
    /// @param rows by their places
    public record LikeRows(List<@Nullable String> keys, List<Integer> rows) {}

    /// The classes of what is left.
    public List<LikeRows> classes() {
        var classes = new LinkedHashMap<List<@Nullable String>, List<Integer>>();
        for (var row = 0; row < rows.size(); row++) {
            if (schemeOf[row] != Recoding.SUPPRESSED) {
                classes.computeIfAbsent(keys(row), _ -> new ArrayList<>()).add(row);
            }
        }
        return classes.entrySet().stream()
                .map(entry -> new LikeRows(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<@Nullable String> keys(int row) {
        var keys = new ArrayList<@Nullable String>(describing.size());
        for (var i = 0; i < describing.size(); i++) {
            keys.add(described(i, row));
        }
        return keys;
    }

    /// A missing value stays missing.
    private @Nullable String described(int column, int row) {
        var text = ladders.get(column).at(level(column, row), texts.get(column).get(row));
        return text.isEmpty() ? null : text;
    }

    private int level(int column, int row) {
        return first == null ? 0 : first.schemes().get(schemeOf[row]).get(column);
    }

    /// Leaves a class out.
    public void withhold(LikeRows likeRows) {
        likeRows.rows().forEach(row -> schemeOf[row] = Recoding.SUPPRESSED);
    }

    /// Whether a column is made coarser.
    public boolean isCoarser(int place) {
        var column = describing.indexOf(place);
        return column >= 0 && first != null && first.schemes().getFirst().get(column) > 0;
    }

    /// A value as it leaves.
    public @Nullable Object value(int row, int place) {
        return isCoarser(place)
                ? described(describing.indexOf(place), row)
                : rows.get(row).get(place);
    }

    /// What became of the rows.
    ///
    /// @param withheld rows that were left out because of what was released before
    public DataSetReport report(int withheld, Marking marking) {
        var classes = classes();
        var sizes = classes.stream().mapToInt(it -> it.rows().size()).sorted().toArray();
        var left = java.util.Arrays.stream(sizes).sum();
        var values = sensitive == null || left == 0 ? null : values(classes);
        return new DataSetReport(
                target,
                rows.size(),
                left,
                withheld,
                describing.isEmpty() || rows.isEmpty() ? null : risk(unchanged()),
                describing.isEmpty() || left == 0 ? null : risk(sizes),
                sizes.length,
                left == 0 ? 0 : sizes[0],
                left == 0 ? 0 : sizes[sizes.length / 2],
                left == 0 ? 0 : sizes[sizes.length - 1],
                values == null ? null : values.distinct(),
                values == null || sensitive == null
                        ? null
                        : Double.valueOf(sensitive.ordered() ? values.orderedDistance() : values.equalDistance()),
                treated(),
                correlations(),
                marking.marks(),
                marking.places());
    }

    private int[] unchanged() {
        return Classes.of(numbered.stream().map(Generalisation.Numbered::rows).toArray(int[][]::new))
                .sizes();
    }

    private DataSetReport.Risk risk(int[] sizes) {
        var found = Evaluation.of(sizes, sharing(), context());
        return new DataSetReport.Risk(
                text(found.above()),
                text(found.greatest()),
                text(found.mean()),
                text(found.risk()),
                found.risk().numerator().doubleValue()
                        / found.risk().denominator().doubleValue(),
                found.level().name());
    }

    /// As it is where it can be read, else as a decimal.
    private static String text(Fraction it) {
        var exact = it.numerator() + "/" + it.denominator();
        return exact.length() <= 24
                ? exact
                : "%.6f"
                        .formatted(
                                it.numerator().doubleValue() / it.denominator().doubleValue());
    }

    private SensitiveValues values(List<LikeRows> classes) {
        var codes = new int[classes.stream().mapToInt(it -> it.rows().size()).sum()];
        var numbers = new int[codes.length];
        var next = 0;
        for (var number = 0; number < classes.size(); number++) {
            for (var row : classes.get(number).rows()) {
                numbers[next] = number;
                codes[next++] = sensitive == null ? 0 : sensitive.codes()[row];
            }
        }
        return new SensitiveValues(Classes.of(numbers), codes);
    }

    private List<DataSetReport.Column> treated() {
        var utility = utility();
        var treated = new ArrayList<DataSetReport.Column>();
        for (var place = 0; place < columns.size(); place++) {
            var column = columns.get(place);
            var at = describing.indexOf(place);
            var level = at < 0 || first == null ? 0 : first.schemes().getFirst().get(at);
            treated.add(new DataSetReport.Column(
                    column.name(),
                    column.label(),
                    column.columnClass(),
                    treatment(column, level),
                    level,
                    at < 0 ? 1 : ladders.get(at).levels(),
                    at < 0 || utility.isEmpty()
                            ? null
                            : Double.valueOf(utility.get().columns().get(at).loss()),
                    column.isNumber() ? Numbers.mean(rows, place, _ -> true) : null,
                    column.isNumber() ? mean(utility, at, place) : null));
        }
        return treated;
    }

    private @Nullable Double mean(Optional<Utility> utility, int at, int place) {
        return at >= 0 && utility.isPresent()
                ? Numbers.known(utility.get().columns().get(at).mean().after())
                : Numbers.mean(rows, place, row -> schemeOf[row] != Recoding.SUPPRESSED);
    }

    private static String treatment(DataColumn column, int level) {
        if (column.role() == DataColumn.Role.PSEUDONYM) {
            return "PSEUDONYM";
        }
        return level > 0 ? "GENERALISED" : column.masked() ? "MASKED" : "KEPT";
    }

    private Optional<Utility> utility() {
        if (first == null || describing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Utility.of(
                IntStream.range(0, describing.size())
                        .mapToObj(i -> Numbers.of(
                                rows, describing.get(i), numbered.get(i).rows()))
                        .toList(),
                numbered.stream().map(Generalisation.Numbered::rows).toList(),
                numbered.stream().map(Generalisation.Numbered::hierarchy).toList(),
                new Recoding(first.schemes(), schemeOf, first.loss(), first.looked())));
    }

    private List<DataSetReport.Correlation> correlations() {
        var found = new ArrayList<DataSetReport.Correlation>();
        var changes = utility().map(Utility::correlations).orElse(List.of());
        var next = 0;
        for (var one = 0; one < describing.size() && !changes.isEmpty(); one++) {
            for (var other = one + 1; other < describing.size(); other++) {
                var change = changes.get(next++);
                found.add(new DataSetReport.Correlation(
                        columns.get(describing.get(one)).name(),
                        columns.get(describing.get(other)).name(),
                        change.before(),
                        Numbers.known(change.after())));
            }
        }
        return found;
    }
}
