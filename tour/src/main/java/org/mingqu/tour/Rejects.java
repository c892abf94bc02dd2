package org.mingqu.tour;

import static org.mingqu.tour.Person.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.mingqu.district.DataFile;
import tools.jackson.databind.JsonNode;

/// The rows that did not land come back to their department alone, with number and reason.
final class Rejects {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    private final Diary diary;
    private final Person department;

    Rejects(Diary diary, Person department) {
        this.diary = diary;
        this.department = department;
    }

    void check(String load, JsonNode staged, DataFile file) {
        var sent = read(file.path());
        Expect.that(
                "expect.hard-file",
                sent.charAt(0) == MARK,
                "GB18030 BOM",
                file.path().getFileName());
        var records = CsvRecords.of(sent);
        Expect.that(
                "expect.hard-file",
                records.stream().anyMatch(it -> it.stream().anyMatch(value -> value.indexOf('\n') >= 0)),
                "\\n",
                file.path().getFileName());
        var ticket = text(department.get("/api/loads/%s/rejects".formatted(load)), "url");
        diary.act(department, "6", "rejects-fetched", load, "act.rejects");
        var given = department.atDoor("GET", ticket + "?lang=" + department.language(), BodyPublishers.noBody());
        Expect.same("expect.door", 200, given.statusCode());
        var reasons = reasons(new String(given.body(), StandardCharsets.UTF_8));
        Expect.same("expect.rejects", staged.path("rejected").asLong(), (long) reasons.size());
        var width = records.getFirst().size();
        var wrong = new TreeSet<Long>();
        for (var i = 1; i < records.size(); i++) {
            if (records.get(i).size() != width) {
                wrong.add(i + 1L);
            }
        }
        Expect.that("expect.reject-rows", !wrong.isEmpty() && reasons.keySet().containsAll(wrong), wrong, reasons);
        var example = wrong.first();
        diary.held("held.rejects", reasons.size(), example, String.valueOf(reasons.get(example)));
    }

    private static Map<Long, String> reasons(String csv) {
        var reasons = new HashMap<Long, String>();
        var records = CsvRecords.of(csv);
        for (var record : records.subList(1, records.size())) {
            var isWhole = record.size() == 4
                    && record.getFirst().matches("[0-9]+")
                    && !record.get(2).isBlank();
            Expect.that("expect.reject-line", isWhole, "n,column,reason,text", record);
            reasons.put(Long.valueOf(record.getFirst()), record.get(2));
        }
        return reasons;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), GB18030);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
