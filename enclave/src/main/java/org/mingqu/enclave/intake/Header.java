package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.mingqu.warrant.EnclaveRefused;

/// The first record of a CSV file: the names of its columns, and the separator that follows from it.
///
/// @param names in order, without surrounding space
/// @param separator one of `,` tab `;` `|`
record Header(List<String> names, char separator) {

    /// The most columns; a table of more is refused.
    static final int MOST_COLUMNS = 2000;

    private static final int MOST_NAME = 100;
    private static final int MOST_BYTES = 1 << 20;
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};

    /// Reads it from a UTF-8 file.
    static Header read(Path utf8) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(utf8)) {
            head = in.readNBytes(MOST_BYTES);
        }
        var text = new String(head, StandardCharsets.UTF_8);
        var record = firstRecord(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (record.isBlank()) {
            throw refused("no-header");
        }
        var separator = separator(record);
        return of(split(record, separator), separator);
    }

    /// Checks names that come from elsewhere.
    static Header of(List<String> raw, char separator) {
        if (raw.size() > MOST_COLUMNS) {
            throw refused(
                    "too-many-columns",
                    "columns",
                    Integer.toString(raw.size()),
                    "limit",
                    Integer.toString(MOST_COLUMNS));
        }
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var i = 0; i < raw.size(); i++) {
            var name = raw.get(i).strip().replaceAll("\\s+", " ");
            if (name.isEmpty()) {
                throw refused("column-unnamed", "position", Integer.toString(i + 1));
            }
            if (name.length() > MOST_NAME || name.chars().anyMatch(Header::isForbidden)) {
                throw refused("column-name", "position", Integer.toString(i + 1));
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw refused("column-duplicate", "column", name);
            }
            names.add(name);
        }
        return new Header(List.copyOf(names), separator);
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) || c == '"' || c == '\uFFFD';
    }

    private static String firstRecord(String text) {
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    private static char separator(String record) {
        var best = ',';
        var most = 0;
        for (var candidate : SEPARATORS) {
            var parts = split(record, candidate).size();
            if (parts > most) {
                most = parts;
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> split(String record, char separator) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < record.length(); i++) {
            var c = record.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < record.length() && record.charAt(i + 1) == '"') {
                    part.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static EnclaveRefused refused(String type, String... parameters) {
        return EnclaveRefused.of(type, "6", parameters);
    }
}
