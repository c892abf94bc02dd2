package org.mingqu.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/// Calcite's complaints as findings: its places, our rules and sentences.
final class Complaint {

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?:function signature|to arguments of type) '?\"?([\\p{L}\\p{N}_ /%*+<>=|-]+)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Complaint() {}

    static Refusal parser(SqlParseException error, String text) {
        var place = error.getPos() == null ? new SqlParserPos(1, 1) : error.getPos();
        var message = String.valueOf(error.getMessage());
        var near = message.startsWith("Encountered \"")
                ? message.substring(13, Math.max(13, message.indexOf('"', 13)))
                : "";
        if (near.contains("<EOF>") || near.isBlank()) {
            var lines = text.split("\n", -1);
            near = lines[Math.min(lines.length, Math.max(1, place.getLineNum())) - 1].strip();
        }
        return Refusal.at(place, Rule.STATEMENT_NOT_UNDERSTOOD, Map.of("near", brief(near)));
    }

    static Refusal validator(CalciteContextException error, Grant grant) {
        var place = new SqlParserPos(
                error.getPosLine(), error.getPosColumn(), error.getEndPosLine(), error.getEndPosColumn());
        var message =
                error.getCause() == null ? "" : String.valueOf(error.getCause().getMessage());
        var quoted = QUOTED.matcher(message);
        var name = quoted.find() ? quoted.group(1) : "";
        if (message.contains("not found in any table")
                || (message.startsWith("Column '") && message.contains("not found"))
                || message.startsWith("Unknown identifier")) {
            return column(place, name, grant);
        }
        if (message.startsWith("Object '") || message.startsWith("Table '")) {
            return Refusal.at(place, Rule.TABLE_NOT_GRANTED, parameters("table", name, nearest(name, tables(grant))));
        }
        if (message.contains("is ambiguous")) {
            return Refusal.at(place, Rule.COLUMN_AMBIGUOUS, Map.of("column", name));
        }
        if (message.contains("is not being grouped") || message.contains("not in the select clause")) {
            return Refusal.at(place, Rule.COLUMN_NOT_GROUPED, Map.of("column", name));
        }
        if (message.startsWith("No match found for function signature")) {
            return Refusal.at(place, Rule.OPERATOR_UNKNOWN, Map.of("operator", SyntaxGate.shown(function(message))));
        }
        if (message.startsWith("Cannot apply") || message.startsWith("Invalid number of arguments")) {
            return Refusal.at(
                    place, Rule.FUNCTION_ARGUMENTS, Map.of("operator", SyntaxGate.shown(name.isEmpty() ? "?" : name)));
        }
        return Refusal.at(place, Rule.STATEMENT_NOT_VALID, Map.of("reason", brief(message)));
    }

    private static Refusal column(SqlParserPos place, String name, Grant grant) {
        var columns = grant.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.columnClass() != ColumnClass.NEVER)
                .map(GrantedColumn::name);
        return Refusal.at(place, Rule.COLUMN_NOT_GRANTED, parameters("column", name, nearest(name, columns)));
    }

    private static Stream<String> tables(Grant grant) {
        return grant.tables().stream().map(GrantedTable::name);
    }

    private static String function(String message) {
        var found = SIGNATURE.matcher(message);
        return found.find() ? found.group(1).strip() : "?";
    }

    private static Map<String, String> parameters(String key, String value, Optional<String> nearest) {
        var parameters = new HashMap<String, String>();
        parameters.put(key, value);
        nearest.ifPresent(name -> parameters.put("nearest", name));
        return parameters;
    }

    /// The granted name that differs in the fewest letters, if it differs in few.
    static Optional<String> nearest(String name, Stream<String> granted) {
        List<String> names = granted.distinct().toList();
        String best = null;
        var least = Math.max(2, name.length() / 2) + 1;
        for (var candidate : names) {
            var distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Levenshtein's distance.
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var above = row[j];
                var cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    private static String brief(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
