package org.mingqu.platform.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.OnTheStreet;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("The desk gives other programs what they read: BPMN, CSV, calendars")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskTest extends OnTheStreet {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static String text(Guest.Reply reply) {
        return new String(reply.whole().body(), StandardCharsets.UTF_8);
    }

    private static TreeSet<String> values(NodeList list, String attribute) {
        var values = new TreeSet<String>();
        for (var i = 0; i < list.getLength(); i++) {
            values.add(((Element) list.item(i)).getAttribute(attribute));
        }
        return values;
    }

    @Test
    void every_procedure_is_drawn_as_BPMN_with_each_line_of_its_table_as_a_flow() throws Exception {
        for (var procedure : nobody().get("/api/procedures").body()) {
            var kind = procedure.required("kind").asString();
            var reply = nobody().get("/api/procedures/%s/bpmn".formatted(kind));
            assertThat(reply.status()).isEqualTo(200);
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            var xml = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(reply.whole().body()));
            Bpmn.validateModel(Bpmn.readModelFromStream(
                    new ByteArrayInputStream(reply.whole().body())));
            var flows = xml.getElementsByTagNameNS(MODEL, "sequenceFlow");
            assertThat(flows.getLength())
                    .as(kind)
                    .isEqualTo(procedure.required("moves").size() + 1);
            var stages = new TreeSet<String>();
            procedure.required("stages").forEach(it -> stages.add(it.asString()));
            assertThat(values(flows, "targetRef")).as(kind).isSubsetOf(stages);
            var drawn = xml.getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/DI", "BPMNShape");
            assertThat(values(drawn, "bpmnElement")).as(kind).containsAll(stages);
        }
    }

    @Test
    void the_list_of_cases_leaves_for_a_purpose_and_no_cell_of_it_runs_as_a_formula() {
        var opened = as("kangning").post("/api/applications", "{}");
        as("kangning").put("/api/applications/" + opened.text("id"), """
                {"version": %d, "scenario": {"title": "=cmd|'/c calc'!A1"}, "items": []}
                """.formatted(
                        opened.body().required("version").asInt()));
        assertThat(as("kangning")
                        .post("/api/cases/export", "{\"purpose\": \" \"}")
                        .status())
                .isEqualTo(422);
        var reply = as("kangning").post("/api/cases/export", "{\"purpose\": \"for the archive\"}");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(text(reply)).startsWith("\uFEFF").contains("\"'=cmd|'/c calc'!A1\"");
        var seen = as("kangning").get("/api/cases").body().required("total").asInt();
        assertThat(text(reply).lines().filter(it -> !it.isBlank()).count()).isEqualTo(seen + 2L);
        assertThat(text(as("xinhe").post("/api/cases/export", "{\"purpose\": \"x\"}")))
                .doesNotContain("=cmd|");

        var workbook =
                as("kangning").post("/api/cases/export", "{\"purpose\": \"for the archive\", \"form\": \"XLSX\"}");
        var rows = rows(workbook.whole().body());
        assertThat(rows).hasSize(seen + 2);
        assertThat(rows.getFirst().getCell(5).getText()).isEqualTo("Begun on");
        assertThat(rows).allSatisfy(row -> assertThat(row).noneMatch(it -> it.getType() == CellType.FORMULA));
        var wicked = rows.stream()
                .filter(row -> row.getCell(2).getText().equals("=cmd|'/c calc'!A1"))
                .findFirst()
                .orElseThrow();
        assertThat(wicked.getCellAsDate(5).orElseThrow().toLocalDate())
                .isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")));
        assertThat(rows.getLast().getCellAsString(1)).contains("康宁智慧养老服务有限公司（演示）");
    }

    private static List<Row> rows(byte[] workbook) {
        try (var file = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return file.getFirstSheet().read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_calendar_program_reads_the_last_day_of_every_open_task() throws Exception {
        var operator = as("yunying");
        var made = operator.post("/api/task-calendars", "{}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        var path = made.text("url").replaceAll("^https?://[^/]+", "");
        var calendar = new CalendarBuilder().build(new StringReader(text(nobody().get(path))));
        assertThat(calendar.validate().hasErrors())
                .as("%s", calendar.validate())
                .isFalse();
        var due = 0;
        for (var task : operator.get("/api/tasks?size=200").body().required("items")) {
            due += task.required("clock").isNull() ? 0 : 1;
        }
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(due).isNotEmpty();

        operator.post("/api/task-calendars", "{}");
        assertThat(nobody().get(path).status()).as("the address before").isEqualTo(404);
    }

    @Test
    void while_a_person_is_away_a_colleague_in_the_same_post_finds_their_tasks() {
        var mine = as("shuju");
        var colleague = as("shujuer");
        var person =
                mine.get("/api/session").body().required("user").required("id").asString();
        var other = colleague
                .get("/api/session")
                .body()
                .required("user")
                .required("id")
                .asString();
        var task = mine.get("/api/tasks?size=1").body().required("items").get(0);
        var id = task.required("id").asString();
        assertThat(mine.post("/api/tasks/%s/transfer".formatted(id), "{\"person\": \"%s\"}".formatted(person))
                        .status())
                .isEqualTo(204);
        assertThat(tasks(colleague)).doesNotContain(id);
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        var form = "{\"to\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"reason\": \"leave\"}";
        assertThat(mine.put("/api/me/delegation", form.formatted(person, today, today))
                        .status())
                .as("to oneself")
                .isEqualTo(422);
        assertThat(mine.put("/api/me/delegation", form.formatted(other, today.minusDays(1), today))
                        .status())
                .isEqualTo(422);
        var made = mine.put("/api/me/delegation", form.formatted(other, today, today.plusDays(7)));
        assertThat(made.status()).as("%s", made).isEqualTo(200);
        assertThat(tasks(colleague)).contains(id);
        assertThat(colleague
                        .get("/api/me/delegation")
                        .body()
                        .required("forOthers")
                        .size())
                .isEqualTo(1);
        assertThat(mine.delete("/api/me/delegation").status()).isEqualTo(204);
        assertThat(tasks(colleague)).doesNotContain(id);
        mine.post("/api/tasks/%s/transfer".formatted(id), "{\"person\": \"%s\"}".formatted(other));
    }

    private static TreeSet<String> tasks(Guest person) {
        var ids = new TreeSet<String>();
        person.get("/api/tasks?size=200")
                .body()
                .required("items")
                .forEach(it -> ids.add(it.required("id").asString()));
        return ids;
    }
}
