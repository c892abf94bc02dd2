package org.mingqu.enclave.subject;

import static org.mingqu.enclave.engine.Duck.literal;
import static org.mingqu.enclave.engine.Duck.name;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.intake.Csv;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;

/// The rows of one subject: where they are, a copy of them, what has become of them.
///
/// A row is a subject's own if the column by which its resource names subjects holds the subject's number.
/// Other columns may speak of the same person; that is not looked for, as a number in another column makes
/// nobody the one whom the row is about.
public final class Subjects {

    private static final Set<String> KINDS = Set.of("person", "enterprise");
    private static final int MEMORY_MB = 512;
    private static final int THREADS = 2;
    private static final int MOST_COUNTED = 50_000;

    private final People people;
    private final Path work;
    private final Versions versions;
    private final Map<String, Long> counted = new ConcurrentHashMap<>();

    /// The subjects known in a folder.
    ///
    /// @param work for what is in the clear while a version is read
    public Subjects(Path folder, Path work, MasterKey master, Versions versions) throws IOException {
        this.people = new People(folder, master);
        this.work = Durable.folder(work);
        this.versions = versions;
    }

    People people() {
        return people;
    }

    /// The token of a proven identity.
    public Answer.SubjectToken identify(String kind, String number) throws IOException {
        if (!KINDS.contains(kind)) {
            throw EnclaveRefused.of("order-invalid", "", "reason", "subjectKind");
        }
        return new Answer.SubjectToken(people.add(new People.Identity(kind, People.normal(number))));
    }

    /// Where a subject has rows. A version does not change, so it is read once for a subject.
    public Answer.SubjectPlaces locate(String subject, List<String> resources) throws IOException {
        var who = people.get(subject);
        var places = new ArrayList<Answer.SubjectPlace>();
        for (var resource : resources) {
            var version = newest(resource);
            if (version == null || !version.facts().description().subjectKind().equals(who.kind())) {
                continue;
            }
            var key = subject + "/" + resource + "/" + version.number();
            var rows = counted.get(key);
            if (rows == null) {
                rows = read(version, who, (duck, own) -> duck.number("SELECT count(*) FROM " + own));
                if (counted.size() < MOST_COUNTED) {
                    counted.put(key, rows);
                }
            }
            if (rows > 0) {
                places.add(new Answer.SubjectPlace(
                        resource,
                        version.number(),
                        version.facts().description().landedAt(),
                        rows));
            }
        }
        return new Answer.SubjectPlaces(places);
    }

    private Versions.@Nullable Version newest(String resource) {
        try {
            return versions.find(resource, 0);
        } catch (EnclaveRefused nothingThere) {
            return null;
        }
    }

    /// The subject's own rows as CSV: UTF-8 with byte order mark, columns by their labels. A column that
    /// never leaves the vault is not among them.
    public byte[] copy(Order.FetchSubjectRows order) throws IOException {
        var who = people.get(order.subject());
        var version = mustBeAbout(order.resource(), order.version(), who);
        var columns = columns(version);
        var rows = read(
                version,
                who,
                (duck, own) -> duck.rows("SELECT %s FROM %s"
                        .formatted(
                                columns.stream()
                                        .map(column -> "CAST(%s AS VARCHAR)".formatted(name(column.name())))
                                        .collect(Collectors.joining(", ")),
                                own)));
        var text = new StringBuilder("\uFEFF");
        text.append(columns.stream().map(ColumnSpec::label).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : rows) {
            text.append(row.stream()
                            .map(value -> value == null ? "" : Csv.cell(value.toString()))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What has become of a subject's rows, by the names of columns and without a value.
    public Answer.SubjectChange compare(Order.CompareSubject order) throws IOException {
        var who = people.get(order.subject());
        var before = mustBeAbout(order.resource(), order.before(), who);
        var after = mustBeAbout(order.resource(), order.after(), who);
        var names = columns(before).stream().map(ColumnSpec::name).toList();
        var common = columns(after).stream()
                .map(ColumnSpec::name)
                .filter(names::contains)
                .toList();
        var earlier = values(before, who, common);
        var later = values(after, who, common);
        var changed = common.stream()
                .filter(column -> !earlier.get(common.indexOf(column)).equals(later.get(common.indexOf(column))))
                .toList();
        return new Answer.SubjectChange(count(before, who), count(after, who), changed);
    }

    private long count(Versions.Version version, People.Identity who) throws IOException {
        return read(version, who, (duck, own) -> duck.number("SELECT count(*) FROM " + own));
    }

    /// The values of each column, in an order of their own, so that the order of rows does not count.
    private List<List<String>> values(Versions.Version version, People.Identity who, List<String> columns)
            throws IOException {
        return read(version, who, (duck, own) -> {
            var all = new ArrayList<List<String>>();
            for (var column : columns) {
                all.add(
                        duck
                                .rows("SELECT CAST(%1$s AS VARCHAR) FROM %2$s ORDER BY 1".formatted(name(column), own))
                                .stream()
                                .map(row -> String.valueOf(row.getFirst()))
                                .toList());
            }
            return all;
        });
    }

    private Versions.Version mustBeAbout(String resource, int number, People.Identity who) {
        var version = versions.find(resource, number);
        if (!version.facts().description().subjectKind().equals(who.kind())) {
            throw EnclaveRefused.of("subject-kind", "37");
        }
        return version;
    }

    private static List<ColumnSpec> columns(Versions.Version version) {
        return version.facts().description().columns().stream()
                .map(Answer.ColumnDescription::column)
                .filter(column -> column.columnClass() != ColumnClass.NEVER)
                .toList();
    }

    /// What is done with the subject's own rows.
    private interface Reading<T> {
        T of(Duck duck, String own) throws SQLException;
    }

    private <T> T read(Versions.Version version, People.Identity who, Reading<T> reading) throws IOException {
        var folder = Files.createTempDirectory(work, "own");
        try (var duck = Duck.inFolder(folder, MEMORY_MB, THREADS)) {
            var rows = versions.decrypt(version, folder.resolve("data.parquet"));
            var subject = version.facts().description().subject();
            return reading.of(
                    duck,
                    "(SELECT * FROM %s AS d WHERE %s = %s)"
                            .formatted(rows.source(), number("d", String.valueOf(subject)), literal(who.number())));
        } catch (SQLException e) {
            throw new IOException("the rows of a subject cannot be read", e);
        } finally {
            Durable.remove(folder);
        }
    }

    /// The number in a subject column, as identities have it.
    static String number(String alias, String subject) {
        return "upper(trim(CAST(%s.%s AS VARCHAR)))".formatted(alias, name(subject));
    }
}
