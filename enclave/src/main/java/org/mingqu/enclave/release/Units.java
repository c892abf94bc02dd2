package org.mingqu.enclave.release;

import static org.mingqu.enclave.engine.Duck.literal;
import static org.mingqu.enclave.engine.Duck.name;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.intake.Rows;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;

/// The dictionaries of subjects and their rows, one for each resource over all its versions: a subject and the place
/// of a row among its rows have the same dense numbers for ever.
///
/// What is kept is a keyed digest of the subject, never the subject. New entries are written, whole and durable, before
/// anything uses their numbers; nothing is ever changed or taken back.
public final class Units {

    private static final String PART = "units-";
    private static final String TABLE = "units$";
    private static final int SUBJECT_BITS = 32;

    private final ReleaseKeys keys;
    private final Path work;

    /// The dictionaries of these resources.
    ///
    /// @param work for what is in the clear while an engine is filled
    public Units(ReleaseKeys keys, Path work) throws IOException {
        this.keys = keys;
        this.work = Durable.folder(work);
    }

    /// The number of a row in a unit.
    public static int row(long unit) {
        return (int) unit;
    }

    /// The number of a subject in a unit.
    public static int subject(long unit) {
        return (int) (unit >> SUBJECT_BITS);
    }

    /// How many subjects and rows a dictionary has.
    public record Size(int subjects, int rows) {}

    /// The rows of a version with the number of each as a further column.
    ///
    /// @param source what stands after `FROM`
    /// @param column the name of the column; null where a row has no subject
    public record Numbered(String source, String column) {}

    /// Numbers the rows of a version, in an engine that can still read and write files. Subjects that are new get
    /// numbers, and the dictionary is durable with them, before this returns.
    ///
    /// @param columns all columns of the version, which order the rows of a subject
    /// @param several whether a subject may have more than one row
    public Numbered number(Duck duck, String resource, Rows rows, String subject, List<String> columns, boolean several)
            throws SQLException, IOException {
        var key = keys.of(resource);
        var token = token(key, "s." + name(subject));
        var place = several
                ? "row_number() OVER (PARTITION BY s.%s ORDER BY %s)"
                        .formatted(
                                name(subject),
                                columns.stream()
                                        .map(column -> "s." + name(column))
                                        .collect(Collectors.joining(", ")))
                : "1";
        var placed =
                "SELECT s.*, CASE WHEN s.%s IS NULL THEN NULL ELSE %s END AS \"t$\", CAST(%s AS INTEGER) AS \"p$\" FROM %s AS s"
                        .formatted(name(subject), token, place, rows.source());
        synchronized (this) {
            duck.run("DROP TABLE IF EXISTS " + name(TABLE));
            duck.run("CREATE TABLE %s (t VARCHAR, p INTEGER, s INTEGER, r INTEGER)".formatted(name(TABLE)));
            load(duck, resource, key);
            extend(duck, resource, key, placed);
        }
        var source =
                "(SELECT a.* EXCLUDE (\"t$\", \"p$\"), (CAST(u.s AS BIGINT) << %d) | u.r AS %s FROM (%s) AS a LEFT JOIN %s AS u ON u.t = a.\"t$\" AND u.p = a.\"p$\")"
                        .formatted(SUBJECT_BITS, name("unit$"), placed, name(TABLE));
        return new Numbered(source, "unit$");
    }

    /// Forgets whose number is which in an engine.
    public static void forget(Duck duck) throws SQLException {
        duck.run("DROP TABLE IF EXISTS " + name(TABLE));
    }

    /// A digest under two keys, one around the other, as the engine computes it.
    private static String token(DataKey key, String text) {
        return "left(sha256(concat(%s, sha256(concat(%s, CAST(%s AS VARCHAR))))), 32)"
                .formatted(literal(secret(key, "outer")), literal(secret(key, "inner")), text);
    }

    private static String secret(DataKey key, String which) {
        return HexFormat.of().formatHex(key.token(DataKey.Use.SUBJECT, which.getBytes(StandardCharsets.US_ASCII)));
    }

    private void load(Duck duck, String resource, DataKey key) throws SQLException, IOException {
        for (var part : parts(resource)) {
            var plain = Files.createTempFile(work, "units", ".parquet");
            try {
                key.open(part, plain, part.getFileName().toString());
                duck.run("INSERT INTO %s SELECT t, p, s, r FROM read_parquet(%s)"
                        .formatted(name(TABLE), literal(plain.toString())));
            } finally {
                Files.deleteIfExists(plain);
            }
        }
    }

    /// As long as no subject has a second row, the numbers of its row and of itself are the same.
    private void extend(Duck duck, String resource, DataKey key, String placed) throws SQLException, IOException {
        duck.run("""
                CREATE TABLE "fresh$" AS
                WITH n AS (SELECT DISTINCT "t$" AS t, "p$" AS p FROM (%1$s) WHERE "t$" IS NOT NULL),
                  f AS (SELECT * FROM n ANTI JOIN %2$s AS u ON u.t = n.t AND u.p = n.p),
                  s AS (SELECT t, CAST(row_number() OVER (ORDER BY t) - 1 + (SELECT coalesce(max(s) + 1, 0) FROM %2$s) AS INTEGER) AS s
                        FROM f WHERE p = 1)
                SELECT f.t, f.p, coalesce(s.s, o.s) AS s,
                  CAST(row_number() OVER (ORDER BY f.p, f.t) - 1 + (SELECT coalesce(max(r) + 1, 0) FROM %2$s) AS INTEGER) AS r
                FROM f LEFT JOIN s ON s.t = f.t LEFT JOIN (SELECT t, s FROM %2$s WHERE p = 1) AS o ON o.t = f.t""".formatted(placed, name(TABLE)));
        if (duck.number("SELECT count(*) FROM \"fresh$\"") > 0) {
            var plain = Files.createTempFile(work, "units", ".parquet");
            var sealed = keys.place(resource)
                    .resolve("%s%06d".formatted(PART, parts(resource).size() + 1));
            try {
                duck.run("COPY \"fresh$\" TO %s (%s)".formatted(literal(plain.toString()), Duck.PARQUET));
                key.seal(plain, sealed, sealed.getFileName().toString());
            } finally {
                Files.deleteIfExists(plain);
            }
            duck.run("INSERT INTO %s SELECT t, p, s, r FROM \"fresh$\"".formatted(name(TABLE)));
        }
        duck.run("DROP TABLE \"fresh$\"");
        var size = duck.rows("SELECT coalesce(max(s) + 1, 0), coalesce(max(r) + 1, 0) FROM " + name(TABLE))
                .getFirst();
        keys.sized(resource, new Size(number(size.getFirst()), number(size.getLast())));
    }

    private static int number(Object number) {
        return ((Number) number).intValue();
    }

    private List<Path> parts(String resource) throws IOException {
        try (var all = Files.list(keys.place(resource))) {
            return new ArrayList<>(
                    all.filter(path -> path.getFileName().toString().matches(PART + "[0-9]{6}"))
                            .sorted()
                            .toList());
        }
    }
}
