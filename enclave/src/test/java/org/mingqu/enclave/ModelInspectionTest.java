package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.ModelSpec;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.ReleaseCheck;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;
import org.w3c.dom.Element;

@DisplayName("Article 22: a model leaves the domain only after inspection, and one that memorises is caught")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelInspectionTest {

    private static final int PEOPLE = 800;
    private static final int WIDE = 40;
    private static final ModelSpec LINEAR = new ModelSpec(ModelSpec.Kind.LINEAR, "spend", 10);
    private static final ModelSpec LOGISTIC = new ModelSpec(ModelSpec.Kind.LOGISTIC, "moved", 10);

    private static Platform platform;
    private static ReviewedDesk desk;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
        desk = new ReviewedDesk(platform);
        desk.open("w");
        var random = new Random(22);
        var people = new StringBuilder("id,age,part,spend,income,moved,code\n");
        for (var i = 0; i < PEOPLE; i++) {
            var age = 20 + random.nextInt(60);
            var part = i < 3 ? "稀有" : "片区" + i % 4;
            var spend = 100 + 5 * age + (i % 4 == 1 ? 200 : 0) + Math.round(40 * random.nextGaussian());
            var income = i == 0 ? 900_000 : 1_000 + random.nextInt(900);
            var moved = random.nextInt(100) < age ? "是" : "否";
            people.append("P%04d,%d,%s,%d,%d,%s,C%04d\n".formatted(i, age, part, spend, income, moved, i));
        }
        desk.land("people", 1, people.toString(), columns());
        var names = IntStream.range(0, WIDE).mapToObj(i -> "x" + i).toList();
        var wide = new StringBuilder("id,y," + String.join(",", names) + "\n");
        for (var i = 0; i < WIDE + 5; i++) {
            wide.append("P%04d,%d,".formatted(i, random.nextInt(1000)))
                    .append(names.stream()
                            .map(_ -> Integer.toString(random.nextInt(1000)))
                            .collect(Collectors.joining(",")))
                    .append("\n");
        }
        desk.land("wide", 1, wide.toString(), wideColumns());
    }

    @AfterAll
    static void close() throws Exception {
        platform.close();
    }

    private static List<ColumnSpec> columns() {
        return List.of(
                ReviewedDesk.column("id", ColumnClass.IDENTIFIER),
                Platform.column("age", ColumnType.INTEGER, 0, ColumnClass.QUASI_IDENTIFIER, 0L, 120L),
                ReviewedDesk.column("part", ColumnClass.OPEN),
                ReviewedDesk.amount("spend"),
                ReviewedDesk.amount("income"),
                ReviewedDesk.column("moved", ColumnClass.QUASI_IDENTIFIER),
                ReviewedDesk.column("code", ColumnClass.QUASI_IDENTIFIER));
    }

    private static List<ColumnSpec> wideColumns() {
        var columns = new ArrayList<ColumnSpec>();
        columns.add(ReviewedDesk.column("id", ColumnClass.IDENTIFIER));
        columns.add(ReviewedDesk.amount("y"));
        IntStream.range(0, WIDE).forEach(i -> columns.add(ReviewedDesk.amount("x" + i)));
        return columns;
    }

    private static Grant grant(String resource, List<ColumnSpec> columns, Grant.@Nullable Models models) {
        var granted = columns.stream()
                .map(column -> new Grant.Column(
                        column.name(),
                        column.columnClass() == ColumnClass.IDENTIFIER
                                ? Set.of(Right.JOIN, Right.COUNT_DISTINCT)
                                : EnumSet.of(Right.GROUP, Right.FILTER, Right.OUTPUT_AGGREGATE),
                        column.columnClass() == ColumnClass.IDENTIFIER ? Mask.PSEUDONYM : Mask.NONE))
                .toList();
        return new Grant(
                "s",
                List.of(new Grant.Table(resource, 1, resource, resource, granted, 1000)),
                new Grant.Limits(10, 10_000, 10_000, 60),
                null,
                models);
    }

    private static Grant people() {
        return grant("people", columns(), Grant.Models.USUAL);
    }

    private static Answer.RunStatus run(String sql, Grant grant, @Nullable ModelSpec spec) throws Exception {
        var id = UUID.randomUUID().toString();
        platform.send(new Order.Run("w", id, Lane.MODEL, sql, grant, null, null, spec));
        return platform.awaitRun(id);
    }

    private static Answer.Inspection made(String sql, Grant grant, ModelSpec spec) throws Exception {
        var run = run(sql, grant, spec);
        assertThat(run.state()).as("%s %s", run.problem(), run.judgement()).isEqualTo(RunState.DONE);
        assertThat(run.result().rows()).as("nothing before people decided").isEmpty();
        return desk.inspect(run.run());
    }

    private static List<String> failing(Answer.Inspection inspection) {
        return inspection.checks().stream()
                .filter(check -> check.outcome() == ReleaseCheck.Outcome.FAIL)
                .map(ReleaseCheck::rule)
                .toList();
    }

    private static Element pmml(Answer.HandedOver file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(file.content()))
                .getDocumentElement();
    }

    @Test
    void a_benign_model_passes_every_check_and_leaves_as_pmml_that_says_what_the_data_say() throws Exception {
        var inspection = made("SELECT age, part, spend FROM people", people(), LINEAR);

        assertThat(failing(inspection)).isEmpty();
        assertThat(inspection.checks())
                .extracting(ReleaseCheck::rule)
                .contains(
                        "release.model.subjects",
                        "release.model.levels",
                        "release.model.leverage",
                        "release.model.memorisation",
                        "release.model.canary");
        assertThat(inspection.model().quality()).isGreaterThan(0.8);

        var file = desk.handOver(inspection.run());
        assertThat(file.mediaType()).isEqualTo("application/xml");
        assertThat(file.reviewed()).isEqualTo(inspection.sm3());
        var age = (Element) pmml(file).getElementsByTagName("NumericPredictor").item(0);
        assertThat(age.getAttribute("name")).isEqualTo("age");
        assertThat(Double.parseDouble(age.getAttribute("coefficient"))).isBetween(4.5, 5.5);
    }

    @Test
    void of_a_logistic_model_it_is_known_which_value_it_speaks_of() throws Exception {
        var inspection = made("SELECT age, moved FROM people", people(), LOGISTIC);
        assertThat(failing(inspection)).isEmpty();
        var tables = pmml(desk.handOver(inspection.run())).getElementsByTagName("RegressionTable");
        assertThat(((Element) tables.item(0)).getAttribute("targetCategory")).isEqualTo("是");
        assertThat(((Element) tables.item(1)).getAttribute("targetCategory")).isEqualTo("否");
    }

    @Test
    void a_model_with_as_many_coefficients_as_rows_and_no_regularisation_is_caught() throws Exception {
        var names = IntStream.range(0, WIDE).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
        var inspection = made(
                "SELECT y, " + names + " FROM wide",
                grant("wide", wideColumns(), new Grant.Models(1, 100, 10, 30, 100_000)),
                new ModelSpec(ModelSpec.Kind.LINEAR, "y", 0));

        assertThat(failing(inspection)).contains("release.model.memorisation", "release.model.canary");
        assertThat(inspection.model().advantageLow()).isGreaterThan(0.3);
        assertThatThrownBy(() -> desk.handOver(inspection.run())).isInstanceOf(EnclaveRefused.class);
        // and by too few subjects for a coefficient, where the register asks for ten
        var usual = made(
                "SELECT y, " + names + " FROM wide",
                grant("wide", wideColumns(), Grant.Models.USUAL),
                new ModelSpec(ModelSpec.Kind.LINEAR, "y", 0));
        assertThat(failing(usual)).contains("release.model.subjects");
    }

    @Test
    void a_coefficient_that_one_person_determines_is_caught() throws Exception {
        var inspection = made("SELECT income, spend FROM people", people(), LINEAR);
        assertThat(failing(inspection)).containsExactly("release.model.leverage");
        assertThat(inspection.model().leverage()).isGreaterThan(0.9);
    }

    @Test
    void a_level_of_three_persons_is_in_no_coefficient() throws Exception {
        var inspection = made("SELECT part, spend FROM people", people(), LINEAR);
        assertThat(inspection.model().merged()).isEqualTo(1);
        assertThat(inspection.model().leftOut()).isZero();
        assertThat(failing(inspection)).isEmpty();
        assertThat(inspection.result().rows().toString()).doesNotContain("稀有");
    }

    @Test
    void two_models_that_differ_by_one_person_do_not_both_leave() throws Exception {
        var spec = new ModelSpec(ModelSpec.Kind.LINEAR, "age", 10);
        var one = made("SELECT age, spend FROM people WHERE part = '片区1'", people(), spec);
        desk.handOver(one.run());
        var again = made("SELECT age, spend FROM people WHERE part = '片区1' AND age > 0", people(), spec);
        assertThat(failing(again)).as("the same persons").doesNotContain("release.model.history");
        var without = made("SELECT age, spend FROM people WHERE part = '片区1' AND code <> 'C0005'", people(), spec);
        assertThat(failing(without)).contains("release.model.history");
        assertThatThrownBy(() -> desk.handOver(without.run())).isInstanceOf(EnclaveRefused.class);
    }

    @Test
    void what_may_not_be_added_up_identifies_or_is_a_date_is_in_no_model() throws Exception {
        var refused = run("SELECT id, spend FROM people", people(), LINEAR);
        assertThat(refused.state()).isEqualTo(RunState.REFUSED);
        assertThat(refused.judgement().findings().getFirst().rule()).isEqualTo("model.column");
        assertThat(run("SELECT spend FROM people", people(), LINEAR)
                        .judgement()
                        .findings()
                        .getFirst()
                        .rule())
                .isEqualTo("model.wide");
        assertThat(run("SELECT age * 2 AS a, spend FROM people", people(), LINEAR)
                        .judgement()
                        .findings()
                        .getFirst()
                        .rule())
                .isEqualTo("dataset.shape");
    }

    @Test
    void without_a_statement_of_the_model_a_target_that_fits_or_a_grant_for_models_nothing_is_made() throws Exception {
        var order = new Order.Run("w", "no-spec", Lane.MODEL, "SELECT age, spend FROM people", people(), null, null);
        assertThat(platform.refusal(order).type()).isEqualTo("model-spec");
        for (var target : List.of("part", "nothing")) {
            var run = run(
                    "SELECT age, part, spend FROM people", people(), new ModelSpec(ModelSpec.Kind.LINEAR, target, 10));
            assertThat(run.problem().type()).isEqualTo("model-target");
        }
        var run = run("SELECT age, spend FROM people", grant("people", columns(), null), LINEAR);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.problem().type()).isEqualTo("model-spec");
    }
}
