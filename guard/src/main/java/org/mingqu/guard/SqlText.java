package org.mingqu.guard;

import java.util.Map;
import org.apache.calcite.sql.parser.SqlParserPos;

/// The first pass: limits and characters, before any parser sees the text.
///
/// Its reading of quotes and comments is for good messages and for [#text()] only; nothing that keeps a secret
/// depends on it, because the engine never gets this text.
final class SqlText {

    static final int MAX_LENGTH = 20_000;
    static final int MAX_WORDS = 4_000;
    static final int MAX_DEPTH = 40;

    /// Calcite's parser reads these names as its own productions with another order of arguments, so they get
    /// a name of the same length that only [Operators] knows.
    static final Map<String, String> OWN_NAMES = Map.of(
            "date_trunc", "date_trunz",
            "datetrunc", "datetrunz",
            "date_diff", "date_difz",
            "datediff", "datedifz",
            "date_part", "date_parz");

    private static final String FULL_WIDTH = "，（）；‘’“”。＝＜＞！＊＋－／、：";
    private static final String HALF_WIDTH = ",();''\"\".=<>!*+-/,:";

    private final String sql;
    private final StringBuilder out;
    private int at;
    private int line = 1;
    private int lineStart;
    private int words;
    private int depth;
    private boolean ended;

    private SqlText(String sql) {
        this.sql = sql;
        this.out = new StringBuilder(sql.length());
    }

    /// The text for the parser: of the same length and with everything at its place.
    ///
    /// @throws Refusal if the text breaks a limit
    static String checked(String sql) {
        if (sql.isBlank()) {
            throw Refusal.at(new SqlParserPos(1, 1), Rule.TEXT_EMPTY, Map.of());
        }
        if (sql.length() > MAX_LENGTH) {
            throw Refusal.at(
                    new SqlParserPos(1, 1),
                    Rule.TEXT_TOO_LONG,
                    Map.of("limit", "" + MAX_LENGTH, "length", "" + sql.length()));
        }
        return new SqlText(sql).read();
    }

    private String read() {
        while (at < sql.length()) {
            var c = sql.charAt(at);
            if (Character.isWhitespace(c) && c < 0x80) {
                take(1);
            } else if (c == '-' && next() == '-') {
                blankUntil("\n");
            } else if (c == '/' && next() == '*') {
                blankUntil("*/");
            } else if (c == '\'' || c == '"') {
                word();
                quoted(c);
            } else if (isName(c)) {
                word();
                name();
            } else {
                word();
                sign(c);
            }
        }
        return out.toString();
    }

    private void sign(char c) {
        if (ended) {
            throw refuse(Rule.STATEMENT_SEVERAL, 1, Map.of());
        }
        var wide = FULL_WIDTH.indexOf(c);
        if (wide >= 0) {
            throw refuse(Rule.TEXT_FULL_WIDTH, 1, Map.of("sign", "" + c, "nearest", "" + HALF_WIDTH.charAt(wide)));
        }
        if (c >= 0x7f || c < 0x20) {
            throw refuse(Rule.TEXT_INVISIBLE, 1, Map.of("code", "U+%04X".formatted((int) c)));
        }
        if (c == '(' || c == '[' || c == '{') {
            depth++;
            if (depth > MAX_DEPTH) {
                throw refuse(Rule.TEXT_TOO_DEEP, 1, Map.of("limit", "" + MAX_DEPTH));
            }
        } else if (c == ')' || c == ']' || c == '}') {
            depth--;
        } else if (c == ';') {
            ended = true;
            out.append(' '); // one statement may end in a semicolon, but the parser knows none
            at++;
            return;
        }
        take(1);
    }

    private void name() {
        if (ended) {
            throw refuse(Rule.STATEMENT_SEVERAL, 1, Map.of());
        }
        var start = at;
        while (at < sql.length() && isName(sql.charAt(at))) {
            at++;
        }
        var name = sql.substring(start, at);
        var after = at;
        while (after < sql.length() && sql.charAt(after) == ' ') {
            after++;
        }
        var called = after < sql.length() && sql.charAt(after) == '(';
        out.append(called ? OWN_NAMES.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), name) : name);
    }

    /// A string or a quoted name, with its doubled quotes.
    private void quoted(char quote) {
        if (ended) {
            throw refuse(Rule.STATEMENT_SEVERAL, 1, Map.of());
        }
        var end = at + 1;
        while (true) {
            end = sql.indexOf(quote, end);
            if (end < 0) {
                throw refuse(Rule.TEXT_UNCLOSED, 1, Map.of("sign", "" + quote));
            }
            if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
                break;
            }
            end += 2;
        }
        take(end + 1 - at);
    }

    private void blankUntil(String end) {
        var found = sql.indexOf(end, at + 2);
        if (found < 0 && !end.equals("\n")) {
            throw refuse(Rule.TEXT_UNCLOSED, 2, Map.of("sign", "/*"));
        }
        var stop = found < 0 ? sql.length() : found + (end.equals("\n") ? 0 : end.length());
        while (at < stop) {
            var c = sql.charAt(at);
            visible(c);
            out.append(c == '\n' ? c : ' '); // comments go, places stay: no hint reaches the parser
            step(c);
        }
    }

    private void take(int count) {
        for (var i = 0; i < count; i++) {
            var c = sql.charAt(at);
            visible(c);
            out.append(c);
            step(c);
        }
    }

    private void step(char c) {
        at++;
        if (c == '\n') {
            line++;
            lineStart = at;
        }
    }

    private void word() {
        words++;
        if (words > MAX_WORDS) {
            throw refuse(Rule.TEXT_TOO_LONG, 1, Map.of("limit", "" + MAX_WORDS, "length", "> " + MAX_WORDS));
        }
    }

    /// No character that a reader cannot see: control, direction and zero-width characters, halves of pairs.
    private void visible(char c) {
        var type = Character.getType(c);
        var paired =
                Character.isSurrogatePair(c, next()) || (at > 0 && Character.isSurrogatePair(sql.charAt(at - 1), c));
        var hidden = (type == Character.CONTROL && !Character.isWhitespace(c))
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || (type == Character.SURROGATE && !paired);
        if (hidden) {
            throw refuse(Rule.TEXT_INVISIBLE, 1, Map.of("code", "U+%04X".formatted((int) c)));
        }
    }

    private char next() {
        return at + 1 < sql.length() ? sql.charAt(at + 1) : 0;
    }

    private static boolean isName(char c) {
        return c == '_' || c == '$' || (Character.isLetterOrDigit(c) && !Character.isIdentifierIgnorable(c));
    }

    private Refusal refuse(Rule rule, int length, Map<String, String> parameters) {
        var column = at - lineStart + 1;
        return Refusal.at(new SqlParserPos(line, column, line, column + length - 1), rule, parameters);
    }
}
