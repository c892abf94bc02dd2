package org.mingqu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// How long the authority's desk takes over HTTP with a hundred thousand cases, of which ten thousand are open, on the
/// installation that runs.
final class TasksBench implements Measurement {

    private static final int CASES = 100_000;
    private static final int OPEN = CASES / 10;
    private static final int WARMING = 30;
    private static final int ROUNDS = 100;
    private static final String LIST = "/api/tasks?state=OPEN&page=%d&size=20";

    @Override
    public List<Figure> measure() throws IOException, SQLException, InterruptedException {
        var installation = new Installation();
        if (!installation.isReady()) {
            throw new IOException("nothing answers at %s: run ./mingqu start first".formatted(installation.address()));
        }
        try (var visitor = Visitor.signedIn(installation.address(), "shuju")) {
            var user = visitor.get("/api/session").required("user");
            var organisation =
                    UUID.fromString(user.required("organisation").required("id").asString());
            try (var _ = SeededCases.write(
                    installation, CASES, organisation, user.required("role").asString())) {
                return lists(visitor);
            }
        }
    }

    private static List<Figure> lists(Visitor visitor) throws IOException, InterruptedException {
        var open = visitor.get(LIST.formatted(0)).required("total").asLong();
        if (open < OPEN) {
            throw new IOException("the list has %d tasks, not %d or more".formatted(open, OPEN));
        }
        var pages = new LinkedHashMap<String, String>();
        pages.put("tasks.list", LIST.formatted(0));
        pages.put("tasks.list.end", LIST.formatted(OPEN / 20 - 1));
        pages.put("tasks.search", LIST.formatted(0) + "&q=a1");
        pages.put("tasks.done", "/api/tasks?state=DONE&page=0&size=20");
        pages.put("tasks.summary", "/api/tasks/summary");
        pages.put("cases.list", "/api/cases?page=0&size=20");
        pages.put("cases.search", "/api/cases?page=0&size=20&q=a1");
        pages.put("messages.unread", "/api/messages?size=20");
        var taken = new LinkedHashMap<String, List<Double>>();
        for (var round = 0; round < WARMING + ROUNDS; round++) {
            for (var page : pages.entrySet()) {
                var millis = visitor.time(page.getValue());
                if (round >= WARMING) {
                    taken.computeIfAbsent(page.getKey(), _ -> new ArrayList<>()).add(millis);
                }
            }
        }
        var over = "%,d cases, %,d open tasks, over HTTP, median of %d".formatted(CASES, open, ROUNDS);
        return taken.entrySet().stream()
                .map(it -> new Figure(it.getKey() + ".ms", Samples.median(it.getValue()), "ms", over))
                .toList();
    }
}
