package org.mingqu.guard;

import java.util.Map;
import org.apache.calcite.sql.parser.SqlParserPos;

/// How a pass ends a judgement; never leaves the package.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Refusal(Finding finding) {
        super(finding.rule(), null, false, false); // no stack: the text is hostile and the refusal is ordinary
        this.finding = finding;
    }

    static Refusal at(SqlParserPos place, Rule rule, Map<String, String> parameters) {
        return new Refusal(finding(place, rule, parameters));
    }

    static Finding finding(SqlParserPos place, Rule rule, Map<String, String> parameters) {
        return new Finding(
                rule.code(),
                rule.article(),
                Math.max(1, place.getLineNum()),
                Math.max(1, place.getColumnNum()),
                Math.max(1, place.getEndLineNum()),
                Math.max(1, place.getEndColumnNum()),
                parameters);
    }

    Finding finding() {
        return finding;
    }
}
