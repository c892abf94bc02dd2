package org.mingqu.guard;

/// The rules by which a question is refused, each with the article of the Measures that it serves.
enum Rule {
    TEXT_EMPTY("text.empty", "4"),
    TEXT_TOO_LONG("text.too-long", "32"),
    TEXT_TOO_DEEP("text.too-deep", "32"),
    TEXT_TOO_MANY_TABLES("text.too-many-tables", "32"),
    TEXT_INVISIBLE("text.invisible", "32"),
    TEXT_FULL_WIDTH("text.full-width", "4"),
    TEXT_UNCLOSED("text.unclosed", "4"),
    STATEMENT_SEVERAL("statement.several", "32"),
    STATEMENT_NOT_UNDERSTOOD("statement.not-understood", "4"),
    STATEMENT_NOT_VALID("statement.not-valid", "4"),
    STATEMENT_NOT_A_QUERY("statement.not-a-query", "32"),
    STATEMENT_RECURSIVE("statement.recursive", "32"),
    TABLE_NOT_GRANTED("table.not-granted", "18"),
    TABLE_FUNCTION("table.function", "32"),
    TABLE_NO_BOUND("table.no-bound", "20"),
    COLUMN_NOT_GRANTED("column.not-granted", "18"),
    COLUMN_AMBIGUOUS("column.ambiguous", "4"),
    COLUMN_NOT_GROUPED("column.not-grouped", "4"),
    COLUMN_IDENTIFIER("column.identifier", "4"),
    COLUMN_NO_RIGHT("column.no-right", "20"),
    COLUMN_NO_BOUNDS("column.no-bounds", "20"),
    OPERATOR_UNKNOWN("operator.unknown", "32"),
    OPERATOR_NOT_HERE("operator.not-here", "20"),
    FUNCTION_ARGUMENTS("function.arguments", "4"),
    AGGREGATE_ONLY("aggregate.only", "4"),
    AGGREGATE_ONE_VALUE("aggregate.one-value", "4"),
    AGGREGATE_COMPUTED("aggregate.computed", "20"),
    AGGREGATE_CONDITIONS("aggregate.conditions", "20"),
    AGGREGATE_DISTINCT("aggregate.distinct", "20"),
    AGGREGATE_WEIGHTS("aggregate.weights", "20"),
    AGGREGATE_LEVELS("aggregate.levels", "21"),
    AGGREGATE_TWICE("aggregate.twice", "21"),
    WINDOW("window.not-here", "4"),
    JOIN_KIND("join.kind", "20"),
    JOIN_CONDITION("join.condition", "20"),
    SUBQUERY("subquery.not-here", "20"),
    UNION("union.not-here", "20"),
    LIMIT("limit.not-here", "20"),
    VALUES("values.not-here", "20"),
    OWN_JOIN("own.join", "16"),
    OWN_COLUMN("own.column", "16"),
    OWN_SEVERAL_ROWS("own.several-rows", "16"),
    OWN_ALONE("own.alone", "16"),
    OWN_DATASET("own.dataset", "16"),
    DATASET_SHAPE("dataset.shape", "20"),
    DATASET_COLUMN("dataset.column", "20"),
    DATASET_CONDITION("dataset.condition", "20"),
    DATASET_SENSITIVE("dataset.sensitive", "20"),
    DATASET_WIDE("dataset.wide", "20"),
    DATASET_SEVERAL_ROWS("dataset.several-rows", "20"),
    MODEL_COLUMN("model.column", "22"),
    MODEL_WIDE("model.wide", "22"),
    INSTANT_SHAPE("instant.shape", "20"),
    INSTANT_HAVING("instant.having", "20"),
    INSTANT_LEVELS("instant.levels", "20"),
    INSTANT_TWO_KINDS("instant.two-kinds", "20"),
    INSTANT_NO_SUBJECT("instant.no-subject", "20");

    private final String code;
    private final String article;

    Rule(String code, String article) {
        this.code = code;
        this.article = article;
    }

    String code() {
        return code;
    }

    String article() {
        return article;
    }
}
