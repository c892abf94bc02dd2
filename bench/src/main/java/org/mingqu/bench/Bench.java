package org.mingqu.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Measures one thing and prints its figures, one a line.
public final class Bench {

    private static final Map<String, Supplier<Measurement>> MEASUREMENTS = new TreeMap<>(Map.of(
            "attacks", AttackBench::new,
            "guard", GuardBench::new,
            "intake", IntakeBench::new,
            "intake-large", LargeIntakeBench::new,
            "start", StartBench::new,
            "suspend", SuspendBench::new,
            "tasks", TasksBench::new));

    private Bench() {}

    /// `bench NAME [--json]`, from the root of the repository. Exit code 2 for a name that is not known.
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var status = run(List.of(arguments), out);
        out.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, PrintStream out) throws IOException, SQLException, InterruptedException {
        var names = arguments.stream().filter(it -> !it.startsWith("--")).toList();
        if (names.size() != 1 || !MEASUREMENTS.containsKey(names.getFirst())) {
            out.println("bench NAME [--json], where NAME is one of " + String.join(", ", MEASUREMENTS.keySet()));
            return 2;
        }
        var json = arguments.contains("--json");
        for (var figure : MEASUREMENTS.get(names.getFirst()).get().measure()) {
            out.println(json ? figure.json() : figure.text());
        }
        return 0;
    }
}
