package org.mingqu.privacy.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The values of columns in the vault, as fingerprints, to find a column that was copied into a result: under
/// another name, in other case or width, backwards, hashed without a key, or joined to something else.
///
/// Only telling values count. A value that many records share ("男", a street, a year) says nothing about one of
/// them and is left out, and so is one that is short enough to be met by chance. What is left is weighed: of the
/// different values of a result, as many must be in the vault as chance would produce with a probability of at
/// most 1e-9, if result values were drawn from all that look alike (as many digits, letters and other characters).
///
/// The fingerprints are as delicate as the values: who has them can try values.
public final class RawValueIndex {

    private static final double CHANCE = 1e-9;
    private static final double LEAST_BITS = 18;
    private static final int LEAST_FOUND = 3;
    private static final int PARTS = 64;

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final int shared;
    private final @Nullable Set<Long> wanted;
    private final boolean digests;
    private final Map<String, Column> columns = new HashMap<>();

    /// An empty index.
    ///
    /// @param shared a value that at least this many records have is common to them and does not count; at least 2
    public RawValueIndex(int shared) {
        this(shared, null, true);
    }

    private RawValueIndex(int shared, @Nullable Set<Long> wanted, boolean digests) {
        if (shared < 2) {
            throw new IllegalArgumentException("what one record has is not common");
        }
        this.shared = shared;
        this.wanted = wanted;
        this.digests = digests;
    }

    /// An empty index that keeps of the vault only what could be found in some columns of a result, so that it is as
    /// small as the result however large the vault is.
    ///
    /// @param results the values of the result's columns; nothing else may be looked for later
    public static RawValueIndex lookingFor(int shared, Collection<? extends Collection<String>> results) {
        var wanted = new HashSet<Long>();
        var digests = false;
        for (var column : results) {
            for (var value : new HashSet<>(column)) {
                var form = Form.normal(value);
                wanted.add(Form.print(value));
                wanted.add(Form.print(form));
                wanted.add(Form.print(Form.reversed(form)));
                parts(value, form).forEach(part -> wanted.add(Form.print(part)));
                var digest = Form.writtenDigest(value);
                digest.ifPresent(wanted::add);
                digests |= digest.isPresent();
            }
        }
        return new RawValueIndex(shared, wanted, digests);
    }

    /// The telling values of a column.
    private final class Column {

        private final Set<Long> exact = new HashSet<>();
        private final Set<Long> normal = new HashSet<>();
        private final Set<Long> hashed = new HashSet<>();
        private final Map<String, Integer> shapes = new HashMap<>();

        void add(String value, String form) {
            keep(exact, Form.print(value));
            var print = Form.print(form);
            if (!isWanted(print) || normal.add(print)) {
                shapes.merge(Form.shape(form), 1, Integer::sum);
            }
            for (var text : digests ? new HashSet<>(List.of(value, value.strip(), form)) : Set.<String>of()) {
                for (var digest : Form.digests(text)) {
                    keep(hashed, digest);
                }
            }
        }

        private void keep(Set<Long> prints, long print) {
            if (isWanted(print)) {
                prints.add(print);
            }
        }

        private boolean isWanted(long print) {
            return wanted == null || wanted.contains(print);
        }

        /// How likely a text that looks like this one is in the column by chance.
        double chance(String form) {
            return Math.min(1, shapes.getOrDefault(Form.shape(form), 0) / Math.pow(2, Form.bits(form)));
        }
    }

    /// Takes up a column of the vault.
    ///
    /// @param name by which it is reported
    /// @param values one for each record
    public void add(String name, Collection<String> values) {
        var counts = new HashMap<String, Integer>();
        values.forEach(value -> counts.merge(Form.normal(value), 1, Integer::sum));
        new HashSet<>(values).forEach(value -> add(name, value, counts.getOrDefault(Form.normal(value), 0)));
    }

    /// Takes up one value of a column of the vault.
    ///
    /// @param records how many records have it
    public void add(String name, String value, long records) {
        var column = columns.computeIfAbsent(name, any -> new Column());
        var form = Form.normal(value);
        if (records < shared && Form.bits(form) >= LEAST_BITS) {
            column.add(value, form);
        }
    }

    /// Looks for columns of the vault in a column of a result.
    ///
    /// @param values of the result's column
    public List<CopiedColumn> copied(Collection<String> values) {
        var different = new LinkedHashSet<>(values);
        var found = new ArrayList<CopiedColumn>();
        for (var entry : columns.entrySet()) {
            copied(entry.getKey(), entry.getValue(), different).ifPresent(found::add);
        }
        found.sort(java.util.Comparator.comparing(CopiedColumn::column));
        return found;
    }

    private static Optional<CopiedColumn> copied(String name, Column column, Set<String> different) {
        var by = new EnumMap<Disguise, Integer>(Disguise.class);
        var expected = 0.0;
        for (var value : different) {
            var form = Form.normal(value);
            var parts = parts(value, form);
            expected += 2 * column.chance(form);
            for (var part : parts) {
                expected += column.chance(part);
            }
            disguise(column, value, form, parts).ifPresent(disguise -> by.merge(disguise, 1, Integer::sum));
        }
        var count = by.values().stream().mapToInt(Integer::intValue).sum();
        if (count < LEAST_FOUND || tail(count, expected) > CHANCE) {
            return Optional.empty();
        }
        var most = by.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return Optional.of(new CopiedColumn(name, most, count, different.size()));
    }

    private static Optional<Disguise> disguise(Column column, String value, String form, Set<String> parts) {
        if (column.exact.contains(Form.print(value))) {
            return Optional.of(Disguise.NONE);
        }
        if (column.normal.contains(Form.print(form))) {
            return Optional.of(Disguise.NORMALISED);
        }
        if (column.normal.contains(Form.print(Form.reversed(form)))) {
            return Optional.of(Disguise.REVERSED);
        }
        if (Form.writtenDigest(value).filter(column.hashed::contains).isPresent()) {
            return Optional.of(Disguise.HASHED);
        }
        return parts.stream().anyMatch(part -> column.normal.contains(Form.print(part)))
                ? Optional.of(Disguise.CONCATENATED)
                : Optional.empty();
    }

    /// What could be a value inside a longer one: beginnings, ends, and what stands between separators.
    private static Set<String> parts(String value, String form) {
        var parts = new HashSet<String>();
        for (var i = 1; i < Math.min(form.length(), PARTS); i++) {
            parts.add(form.substring(0, form.length() - i));
            parts.add(form.substring(i));
        }
        for (var part : SEPARATORS.split(value, -1)) {
            parts.add(Form.normal(part));
        }
        parts.remove(form);
        parts.removeIf(part -> Form.bits(part) < LEAST_BITS);
        return parts;
    }

    /// The chance of at least so many finds where so many are expected (Chernoff's bound).
    private static double tail(int count, double expected) {
        return count <= expected ? 1 : Math.exp(count - expected - count * Math.log(count / expected));
    }
}
