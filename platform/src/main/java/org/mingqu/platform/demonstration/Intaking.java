package org.mingqu.platform.demonstration;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.mingqu.district.Format;
import org.mingqu.district.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a department of the district registers a resource and loads it: by the same steps as any other.
final class Intaking {

    private static final Duration LONGEST_LOAD = Duration.ofMinutes(30);
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final Cast cast;
    private final DepartmentSystems systems;
    private final HousingDatabase housing;
    private final JsonMapper json;

    Intaking(Cast cast, DepartmentSystems systems, HousingDatabase housing, JsonMapper json) {
        this.cast = cast;
        this.systems = systems;
        this.housing = housing;
        this.json = json;
    }

    /// Registers the resource and brings its data in, up to the version that landed.
    ///
    /// @return the resource's id
    String takeIn(Resource it) {
        var id = register(it);
        load(id, it);
        return id;
    }

    /// Registers the resource, or finds it where an interrupted scene left it.
    String register(Resource it) {
        var department = cast.as(it.contact());
        for (var known : department.get("/api/resources")) {
            if (known.required("name").asString().equals(it.key())) {
                return known.required("id").asString();
            }
        }
        var form = json.createObjectNode()
                .put("name", it.key())
                .put("title", it.title())
                .put("summary", it.summary())
                .put("updateCycle", it.updateCycle().name())
                .put("legalBasis", it.legalBasis())
                .put("contact", it.department() + " " + it.contact())
                .put("retention", it.retention());
        return department.post("/api/resources", form).required("id").asString();
    }

    /// Brings the data to the enclave's door by ticket and confirms what was detected as the department knows it.
    void load(String id, Resource it) {
        var department = cast.as(it.contact());
        dropUnfinished(department, id);
        var load = bring(department, id, it);
        await(department, load, "STAGED");
        department.put("/api/loads/%s/confirmation".formatted(load), confirmation(it));
        await(department, load, "LANDED");
    }

    /// Brings a file as far as the detection, where a person is to look at it.
    void stage(String id, Resource it) {
        var department = cast.as(it.contact());
        dropUnfinished(department, id);
        await(department, bring(department, id, it), "STAGED");
    }

    void submit(String id, Resource it) {
        cast.as(it.contact()).post("/api/resources/%s/submission".formatted(id), json.createObjectNode());
    }

    private String bring(Visitor department, String id, Resource it) {
        if (it.format() == Format.TABLE) {
            var address = housing.address(systems, it.origin());
            var ticket = open(department, id, "TABLE", it.origin(), 0);
            department.pull(URI.create(ticket.required("url").asString()), address);
            return ticket.required("id").asString();
        }
        var file = systems.export(it.key(), it.origin());
        try {
            var format = it.format() == Format.PARQUET ? "PARQUET" : "CSV";
            var ticket = open(department, id, format, it.origin(), Files.size(file));
            department.upload(URI.create(ticket.required("url").asString()), file);
            return ticket.required("id").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private JsonNode open(Visitor department, String id, String format, String fileName, long size) {
        var request = json.createObjectNode()
                .put("format", format)
                .put("fileName", fileName)
                .put("size", size);
        return department.post("/api/resources/%s/loads".formatted(id), request);
    }

    private void dropUnfinished(Visitor department, String id) {
        for (var load : department.get("/api/resources/" + id).required("loads")) {
            var state = load.required("state").asString();
            if (state.equals("RECEIVING") || state.equals("READING") || state.equals("STAGED")) {
                department.delete("/api/loads/" + load.required("id").asString());
            }
        }
    }

    private JsonNode confirmation(Resource it) {
        var columns = json.createArrayNode();
        for (var column : it.columns()) {
            var line = json.createObjectNode()
                    .put("name", column.name())
                    .put("label", column.label())
                    .put("meaning", column.meaning())
                    .put("type", column.type().name())
                    .put("scale", column.scale())
                    .put("columnClass", column.columnClass().name())
                    .put("grade", column.grade())
                    .put("lower", column.lower())
                    .put("upper", column.upper());
            columns.add(line);
        }
        var form = json.createObjectNode()
                .put("subject", requireNonNullElse(it.subject(), ""))
                .put("subjectKind", it.subjectKind().code());
        form.set("columns", columns);
        return form;
    }

    private static void await(Visitor department, String load, String wanted) {
        var until = System.nanoTime() + LONGEST_LOAD.toNanos();
        while (System.nanoTime() < until) {
            var now = department.get("/api/loads/" + load);
            var state = now.required("state").asString();
            if (state.equals(wanted) || state.equals("LANDED")) {
                return;
            }
            if (state.equals("FAILED") || state.equals("DISCARDED")) {
                throw new SceneFailed("load %s ended as %s: %s".formatted(load, state, now.path("problem")));
            }
            Pause.of(GLANCE);
        }
        throw new SceneFailed("load %s is not %s in time".formatted(load, wanted));
    }

    private static void delete(java.nio.file.Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
