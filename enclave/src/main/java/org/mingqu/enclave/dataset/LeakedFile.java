package org.mingqu.enclave.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.EnclaveRefused;

/// A CSV file that somebody found, read as generously as can be: UTF-8 or GB18030, commas, semicolons or
/// tabs, lines of any length.
///
/// @param columns for each name the values, as many as there are rows
record LeakedFile(Map<String, List<String>> columns, int rows) {

    private static final int MOST_COLUMNS = 500;

    static LeakedFile of(byte[] content) {
        var text = text(content);
        var lines = lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (lines.size() < 2) {
            throw EnclaveRefused.of("leak-empty", "25");
        }
        var header = lines.getFirst();
        if (header.size() > MOST_COLUMNS) {
            throw EnclaveRefused.of(
                    "too-many-columns", "25", "columns", "" + header.size(), "limit", "" + MOST_COLUMNS);
        }
        var columns = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < header.size(); i++) {
            var place = i;
            columns.putIfAbsent(
                    name(header.get(i)),
                    lines.stream()
                            .skip(1)
                            .map(line -> place < line.size() ? line.get(place) : "")
                            .toList());
        }
        return new LeakedFile(columns, lines.size() - 1);
    }

    static String name(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }

    /// The values of a column in units of the last digit of what was delivered; those that are no numbers are
    /// left out.
    long[] units(String column, Marking.Column carrier) {
        return columns.getOrDefault(name(column), List.of()).stream()
                .map(carrier::units)
                .filter(java.util.Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static String text(byte[] content) {
        var utf8 = decoded(content, StandardCharsets.UTF_8);
        return utf8 == null ? new String(content, Charset.forName("GB18030")) : utf8;
    }

    private static @Nullable String decoded(byte[] content, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static List<List<String>> lines(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        var separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                end(lines, line, cell);
                line = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        end(lines, line, cell);
        return lines;
    }

    private static void end(List<List<String>> lines, List<String> line, StringBuilder cell) {
        line.add(cell.toString());
        cell.setLength(0);
        if (line.size() > 1 || !line.getFirst().isBlank()) {
            lines.add(line);
        }
    }
}
