package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.mingqu.district.DataFile;
import org.mingqu.district.Dirt;
import org.mingqu.district.Format;
import org.mingqu.district.Resource;
import tools.jackson.databind.JsonNode;

/// Source departments register resources and bring their data to the enclave's door (art. 5, 6).
final class DataChapter {

    private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Set<String> OVER = Set.of("FAILED", "DISCARDED");

    private final Stage stage;
    private final DepartmentSystems systems;

    DataChapter(Stage stage, DepartmentSystems systems) {
        this.stage = stage;
        this.systems = systems;
    }

    /// A file of a department, from the registration to the submission.
    Loaded file(Person department, String key) {
        var resource = systems.district().resource(key);
        var file = systems.export(key);
        var it = register(department, resource);
        var format = resource.format() == Format.PARQUET ? "PARQUET" : "CSV";
        var ticket = open(department, it, format, file.path().getFileName().toString(), file.bytes());
        var sent = department.atDoor("PUT", text(ticket, "url"), bodyOf(file.path()));
        Expect.same("expect.door", 202, sent.statusCode());
        var staged = await(department, text(ticket, "id"), "STAGED");
        Expect.that(
                "expect.progress",
                staged.required("progress").path("bytes").asLong() >= file.bytes(),
                file.bytes(),
                staged.required("progress"));
        twice(department, text(ticket, "url"), file.path());
        if (resource.format() == Format.CSV_GB18030) {
            new Detected(stage.diary(), staged).check(resource);
            new Rejects(stage.diary(), department).check(text(ticket, "id"), staged, file);
        }
        land(department, it, staged, file.rows(), atLeastRejected(file));
        submit(department, it);
        return it;
    }

    /// The table of the housing department's own database.
    Loaded table(Person department, String key) {
        var resource = systems.district().resource(key);
        var address = form().put("table", resource.origin());
        var rows = systems.fillHousing(address);
        var it = register(department, resource);
        var ticket = open(department, it, "TABLE", resource.origin(), 0);
        var body = BodyPublishers.ofByteArray(Person.JSON.writeValueAsBytes(address));
        var sent = department.atDoor("POST", text(ticket, "url"), body);
        Expect.same("expect.door", 202, sent.statusCode());
        var staged = await(department, text(ticket, "id"), "STAGED");
        land(department, it, staged, rows, 0);
        submit(department, it);
        return it;
    }

    private Loaded register(Person department, Resource resource) {
        var name = resource.key() + "_" + stage.suffix();
        var request = form().put("name", name)
                .put("title", "%s（%s）".formatted(resource.title(), stage.suffix()))
                .put("summary", resource.summary())
                .put("updateCycle", resource.updateCycle().name())
                .put("legalBasis", resource.legalBasis())
                .put("contact", department.organisation() + " " + department.name())
                .put("retention", resource.retention());
        var id = text(department.post("/api/resources", request), "id");
        stage.diary().act(department, "6", "resource-registered", id, "act.register", resource.title(), name);
        return new Loaded(resource, id, name);
    }

    private JsonNode open(Person department, Loaded it, String format, String fileName, long size) {
        var request = form().put("format", format).put("fileName", fileName).put("size", size);
        var ticket = department.post("/api/resources/%s/loads".formatted(it.id()), request);
        stage.diary().act(department, "6", "load-opened", text(ticket, "id"), "act.load." + format, fileName);
        return ticket;
    }

    /// A ticket is good once.
    private static void twice(Person department, String ticket, Path file) {
        var again = department.atDoor("PUT", ticket, bodyOf(file));
        Expect.that("expect.ticket-once", again.statusCode() >= 400, "4xx", again.statusCode());
    }

    private void land(Person department, Loaded it, JsonNode staged, long rows, long rejected) {
        var load = text(staged, "id");
        department.put("/api/loads/%s/confirmation".formatted(load), Confirmation.of(it.as()));
        stage.diary()
                .act(
                        department,
                        "5",
                        "load-confirmed",
                        load,
                        "act.confirm",
                        it.as().columns().size());
        var landed = await(department, load, "LANDED");
        Expect.that(
                "expect.rows",
                landed.path("rows").asLong() + landed.path("rejected").asLong() == rows,
                rows,
                "%s + %s".formatted(landed.path("rows"), landed.path("rejected")));
        Expect.that("expect.rejected", landed.path("rejected").asLong() >= rejected, rejected, landed.path("rejected"));
        Expect.same("expect.version", 1, landed.path("dataVersion").asInt());
        stage.diary()
                .held(
                        "held.landed",
                        landed.path("rows").asLong(),
                        landed.path("rejected").asLong());
    }

    private void submit(Person department, Loaded it) {
        department.post("/api/resources/%s/submission".formatted(it.id()), form());
        stage.diary().act(department, "6", "resource-submitted", it.id(), "act.submit-resource", it.name());
    }

    private static long atLeastRejected(DataFile file) {
        return Objects.requireNonNullElse(file.dirt().get(Dirt.WRONG_COLUMN_COUNT), 0L);
    }

    private static BodyPublisher bodyOf(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode await(Person department, String load, String wanted) {
        var until = System.nanoTime() + LONGEST_LOAD.toNanos();
        while (System.nanoTime() < until) {
            var now = department.get("/api/loads/" + load);
            var state = text(now, "state");
            if (state.equals(wanted)) {
                return now;
            }
            if (OVER.contains(state)) {
                throw new Broken("expect.load", wanted, state + " " + now.path("problem"));
            }
            Pause.of(GLANCE);
        }
        throw new Broken("expect.load", wanted, LONGEST_LOAD);
    }
}
