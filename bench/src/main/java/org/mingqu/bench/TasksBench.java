package org.mingqu.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How long a task list takes over HTTP, on the installation that runs, as the authority and as the operator see it.
final class TasksBench implements Measurement {

    private static final int WARMING = 30;
    private static final int ROUNDS = 100;
    private static final String LIST = "/api/tasks?state=OPEN&page=%d&size=20";

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        var installation = new Installation();
        if (!installation.isReady()) {
            throw new IOException("nothing answers at %s: run ./mingqu start first".formatted(installation.address()));
        }
        var figures = new ArrayList<Figure>();
        for (var account : List.of("shuju", "yunying")) {
            try (var visitor = Visitor.signedIn(installation.address(), account)) {
                figures.addAll(lists(visitor, account));
            }
        }
        return figures;
    }

    private static List<Figure> lists(Visitor visitor, String account) throws IOException, InterruptedException {
        var total = visitor.get(LIST.formatted(0)).path("total").asLong();
        var first = new ArrayList<Double>();
        var search = new ArrayList<Double>();
        var summary = new ArrayList<Double>();
        for (var round = 0; round < WARMING + ROUNDS; round++) {
            var list = visitor.time(LIST.formatted(0));
            var found = visitor.time(LIST.formatted(0) + "&q=2026");
            var counted = visitor.time("/api/tasks/summary");
            if (round >= WARMING) {
                first.add(list);
                search.add(found);
                summary.add(counted);
            }
        }
        var over = "%s, %d open tasks in the list; median of %d".formatted(account, total, ROUNDS);
        return List.of(
                new Figure("tasks.%s.list.ms".formatted(account), Samples.median(first), "ms", over),
                new Figure("tasks.%s.search.ms".formatted(account), Samples.median(search), "ms", over),
                new Figure("tasks.%s.summary.ms".formatted(account), Samples.median(summary), "ms", over));
    }
}
