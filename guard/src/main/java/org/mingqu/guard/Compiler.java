package org.mingqu.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImpl;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/// From text to a logical plan over granted columns.
final class Compiler {

    private static final SqlParser.Config PARSER = SqlParser.config()
            .withParserFactory(SqlBabelParserImpl.FACTORY)
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withCaseSensitive(false)
            .withIdentifierMaxLength(128)
            .withConformance(SqlConformanceEnum.BABEL);

    /// BABEL with group keys taken seriously: its lenient reading turns the keys of ROLLUP into any value,
    /// without a word.
    private static final SqlConformance CONFORMANCE = new SqlDelegatingConformance(SqlConformanceEnum.BABEL) {
        @Override
        public boolean isNonStrictGroupBy() {
            return false;
        }

        @Override
        public SqlConformance.SelectAliasLookup isSelectAlias() {
            return SqlConformance.SelectAliasLookup.UNSUPPORTED; // an unknown column would be called circular
        }
    };

    private static final SqlValidator.Config VALIDATOR = SqlValidator.Config.DEFAULT
            .withConformance(CONFORMANCE)
            .withDefaultNullCollation(NullCollation.LAST)
            .withIdentifierExpansion(true);

    private static final SqlToRelConverter.Config TO_PLAN = SqlToRelConverter.config()
            .withExpand(false)
            .withTrimUnusedFields(false)
            .withRemoveSortInSubQuery(true)
            .withInSubQueryThreshold(Integer.MAX_VALUE) // long IN lists stay conditions instead of becoming tables
            .withRelBuilderConfigTransform(config -> config.withSimplify(false).withPruneInputOfAggregate(false));

    private static final Operators OPERATORS = new Operators();

    /// A compiled question.
    ///
    /// @param places where its names and operators stand in the text
    /// @param plan what it means, with exactly the visible columns
    /// @param names of the visible columns
    record Compiled(Places places, RelNode plan, List<String> names) {}

    private Compiler() {}

    /// @throws Refusal if the text is no question over granted columns and allowed operators
    static Compiled compile(String sql, Grant grant) {
        var tree = parse(SqlText.checked(sql));
        SyntaxGate.check(tree);
        var places = new Places(tree); // before the validator rewrites the tree
        var types = Types.factory();
        var reader = Catalog.reader(grant, types);
        var validator = SqlValidatorUtil.newValidator(OPERATORS, reader, types, VALIDATOR);
        var valid = validate(validator, Objects.requireNonNull(tree.accept(new Arithmetic())), grant);
        var planner = new HepPlanner(HepProgram.builder().build(), Contexts.empty());
        var cluster = RelOptCluster.create(planner, new RexBuilder(types));
        var converter = new SqlToRelConverter(
                (type, query, schema, view) -> {
                    throw new UnsupportedOperationException("views");
                },
                validator,
                reader,
                cluster,
                StandardConvertletTable.INSTANCE,
                TO_PLAN);
        var root = converter.convertQuery(valid, false, true);
        var names = root.fields.stream().map(Map.Entry::getValue).toList();
        return new Compiled(places, root.project(), names);
    }

    private static SqlNode parse(String text) {
        var first = text.strip().split("[^\\p{L}\\p{N}_]", 2)[0].toUpperCase(Locale.ROOT);
        if (!first.isEmpty() && !first.equals("SELECT") && !first.equals("WITH")) {
            var at = text.indexOf(text.strip());
            var line =
                    (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            var column = at - text.lastIndexOf('\n', at - 1);
            throw Refusal.at(
                    new SqlParserPos(line, column, line, column + first.length() - 1),
                    Rule.STATEMENT_NOT_A_QUERY,
                    Map.of("word", first));
        }
        try {
            return SqlParser.create(text, PARSER).parseStmt();
        } catch (SqlParseException error) {
            throw Complaint.parser(error, text);
        }
    }

    private static SqlNode validate(SqlValidator validator, SqlNode tree, Grant grant) {
        try {
            return validator.validate(tree);
        } catch (org.apache.calcite.runtime.CalciteContextException error) {
            throw Complaint.validator(error, grant);
        }
    }

    /// What the engine's SQL means where the standard's differs: `a / b` is never a whole-number division,
    /// `a::t` is a cast.
    private static final class Arithmetic extends SqlShuttle {

        @Override
        public SqlNode visit(SqlCall call) {
            var visited = (SqlCall) Objects.requireNonNull(super.visit(call));
            if (visited.getKind() == SqlKind.DIVIDE) {
                var place = visited.getParserPosition();
                var dividend = SqlStdOperatorTable.CAST.createCall(
                        place,
                        visited.operand(0),
                        new org.apache.calcite.sql.SqlDataTypeSpec(
                                new org.apache.calcite.sql.SqlBasicTypeNameSpec(
                                        org.apache.calcite.sql.type.SqlTypeName.DOUBLE, place),
                                place));
                return SqlStdOperatorTable.DIVIDE.createCall(place, dividend, visited.operand(1));
            }
            if (visited.getOperator().getName().equals("::")) {
                return SqlStdOperatorTable.CAST.createCall(visited.getParserPosition(), visited.getOperandList());
            }
            return visited;
        }
    }
}
