package org.mingqu.district;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the files of resources into a directory.
record DataFiles(long seed, Scale scale) {

    /// Writes them one after the other.
    ///
    /// @throws IOException if the directory cannot be written, or the engine has not the space to make a file
    List<DataFile> write(Path directory, List<Resource> resources) throws IOException {
        Files.createDirectories(directory);
        var result = new ArrayList<DataFile>();
        try (var source = Source.open(seed, scale)) {
            for (var resource : resources) {
                result.add(write(source, resource, directory.resolve(resource.origin())));
            }
        } catch (SQLException e) {
            throw new IOException("the files of the district could not be made", e);
        }
        return result;
    }

    private DataFile write(Source source, Resource resource, Path file) throws SQLException, IOException {
        return switch (resource.format()) {
            case CSV -> csv(source, resource, file, StandardCharsets.UTF_8);
            case CSV_GB18030 -> csv(source, resource, file, Charset.forName("GB18030"));
            case PARQUET -> parquet(source, resource, file);
            case TABLE ->
                throw new IllegalArgumentException("resource %s is a table and has no file".formatted(resource.key()));
        };
    }

    private DataFile csv(Source source, Resource resource, Path file, Charset charset)
            throws SQLException, IOException {
        var columns = resource.columns().size();
        var row = new @Nullable String[columns];
        try (var statement = source.connection().createStatement();
                var rows = statement.executeQuery(Source.rowsOf(resource));
                var out = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(file), charset.newEncoder()), 1 << 16)) {
            var csv = new CsvFile(out, resource, seed);
            csv.begin(resource.format() == Format.CSV_GB18030);
            while (rows.next()) {
                for (var i = 0; i < columns; i++) {
                    row[i] = rows.getString(i + 1);
                }
                csv.write(row);
            }
            out.flush();
            return new DataFile(resource.key(), file, csv.rows(), csv.dirt(), Files.size(file));
        }
    }

    private static DataFile parquet(Source source, Resource resource, Path file) throws SQLException, IOException {
        source.run("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
                .formatted(Source.rowsOf(resource), file.toString().replace("'", "''")));
        var rows = 0L;
        try (var statement = source.connection().createStatement();
                var counted = statement.executeQuery(
                        "SELECT count(*) FROM '%s'".formatted(file.toString().replace("'", "''")))) {
            counted.next();
            rows = counted.getLong(1);
        }
        return new DataFile(resource.key(), file, rows, faults(source, resource), Files.size(file));
    }

    private static Map<Dirt, Long> faults(Source source, Resource resource) throws SQLException {
        var dirt = new EnumMap<Dirt, Long>(Dirt.class);
        if (resource.subjectKind() == SubjectKind.HOUSEHOLD
                && resource.uniqueBy().contains("use_date")) {
            var first = resource.key().equals("power_daily") ? 1_000_000_000L : 0;
            try (var statement = source.connection().createStatement();
                    var rows = statement.executeQuery("""
                            SELECT CASE WHEN fault(x + %d) <> '' THEN fault(x + %d) ELSE 'DUPLICATE_KEY' END, count(*)
                            FROM reading WHERE again OR fault(x + %d) <> '' GROUP BY 1""".formatted(first, first, first))) {
                while (rows.next()) {
                    dirt.put(Dirt.valueOf(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return dirt;
    }
}
