package org.mingqu.tour;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated text after RFC 4180, read the plain way.
final class CsvRecords {

    private static final char MARK = '\uFEFF';

    private final String text;
    private int at;

    private CsvRecords(String text) {
        this.text = text;
    }

    /// The records, the line of names included.
    static List<List<String>> of(String text) {
        var plain = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        var reader = new CsvRecords(plain);
        var records = new ArrayList<List<String>>();
        while (reader.at < plain.length()) {
            records.add(reader.next());
        }
        return records;
    }

    private List<String> next() {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    field.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
