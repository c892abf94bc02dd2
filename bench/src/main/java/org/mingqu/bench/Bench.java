package org.mingqu.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Measures one thing and prints its figures, one a line.
public final class Bench {

    private static final Map<String, Function<Boolean, Measurement>> MEASUREMENTS = new TreeMap<>(Map.of(
            "attacks", AttackBench::new,
            "guard", _ -> new GuardBench(null),
            "intake", _ -> new IntakeBench(),
            "intake-large", Large_ -> new IntakeBench(),
            "risk", _ -> new RiskBench(),
            "start", _ -> new StartBench(),
            "suspend", _ -> new SuspendBench(),
            "tasks", _ -> new TasksBench()));

    private Bench() {}

    /// `bench NAME [PART] [--full] [--json]`, from the root of the repository; `--full` asks all questions of
    /// `attacks`, and a part of `guard` is measured alone. Exit code 2 for a name that is not known.
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var status = run(List.of(arguments), out);
        out.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, PrintStream out) throws IOException, SQLException, InterruptedException {
        var names = arguments.stream().filter(it -> !it.startsWith("--")).toList();
        var measurement = measurement(names, arguments.contains("--full"));
        if (measurement == null) {
            out.println(
                    "bench NAME [--full] [--json], where NAME is one of " + String.join(", ", MEASUREMENTS.keySet()));
            out.println("bench guard PART [--json], where PART is one of " + String.join(", ", GuardBench.PARTS));
            return 2;
        }
        var json = arguments.contains("--json");
        for (var figure : measurement.measure()) {
            out.println(json ? figure.json() : figure.text());
        }
        return 0;
    }

    private static @Nullable Measurement measurement(List<String> names, boolean full) {
        if (names.size() == 2 && names.getFirst().equals("guard") && GuardBench.PARTS.contains(names.getLast())) {
            return new GuardBench(names.getLast());
        }
        return names.size() == 1 && MEASUREMENTS.containsKey(names.getFirst())
                ? MEASUREMENTS.get(names.getFirst()).apply(full)
                : null;
    }
}
