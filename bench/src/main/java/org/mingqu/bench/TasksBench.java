package org.mingqu.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// How long the authority's task list takes over HTTP with ten thousand open cases, on the installation that runs.
final class TasksBench implements Measurement {

    private static final int CASES = 10_000;
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
        var total = visitor.get(LIST.formatted(0)).required("total").asLong();
        if (total < CASES) {
            throw new IOException("the list has %d tasks, not %d or more".formatted(total, CASES));
        }
        var first = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        var search = new ArrayList<Double>();
        var summary = new ArrayList<Double>();
        for (var round = 0; round < WARMING + ROUNDS; round++) {
            var list = visitor.time(LIST.formatted(0));
            var end = visitor.time(LIST.formatted(CASES / 20 - 1));
            var found = visitor.time(LIST.formatted(0) + "&q=a1");
            var counted = visitor.time("/api/tasks/summary");
            if (round >= WARMING) {
                first.add(list);
                last.add(end);
                search.add(found);
                summary.add(counted);
            }
        }
        var over = "%d open tasks, over HTTP, median of %d".formatted(total, ROUNDS);
        return List.of(
                new Figure("tasks.list.ms", Samples.median(first), "ms", "first page of 20; " + over),
                new Figure("tasks.list.end.ms", Samples.median(last), "ms", "last page; " + over),
                new Figure("tasks.search.ms", Samples.median(search), "ms", "by text; " + over),
                new Figure("tasks.summary.ms", Samples.median(summary), "ms", over));
    }
}
