package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The verifier as a command: checks a log, a receipt or a package offline, and says what is wrong with it.
///
/// `verify <directory|receipt.json|package.zip> --key <public key file> [--json]` and, besides: more keys, the
/// checkpoints of witnesses, `--strict` to count notes as faults, `--lang zh|en`.
public final class Verify {

    /// Everything holds.
    public static final int HOLDS = 0;
    /// Something is wrong with the log, the receipt or the package.
    public static final int FAILS = 1;
    /// The command could not do its work: wrong arguments, or a file that is not there.
    public static final int NOT_DONE = 2;

    private final VerifyArguments arguments;
    private final Texts texts;
    private final PrintStream out;

    private Verify(VerifyArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.texts = new Texts("verify", arguments.locale());
        this.out = out;
    }

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.exit(run(out, Locale.getDefault(), args));
    }

    /// Runs the command.
    ///
    /// @param locale the language, unless the arguments say which
    /// @return [#HOLDS], [#FAILS] or [#NOT_DONE]
    public static int run(PrintStream out, Locale locale, String... args) {
        var arguments = VerifyArguments.parse(locale, args);
        if (arguments.isEmpty()) {
            out.println(new Texts("verify", locale).text("usage", Map.of()));
            return NOT_DONE;
        }
        var command = new Verify(arguments.orElseThrow(), out);
        try {
            return command.run();
        } catch (NotDone e) {
            return command.notDone(e.problem, Map.of("file", e.file));
        } catch (UncheckedIOException e) {
            return command.notDone("problem.file", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private int run() throws NotDone {
        var keys = new ArrayList<VerifyingKey>();
        for (var file : arguments.keys()) {
            keys.add(key(file));
        }
        var verifier = new Verifier(keys);
        var target = arguments.target();
        if (Files.isDirectory(target) && Files.exists(target.resolve(LogFile.ENTRIES))) {
            var witnessed = new ArrayList<Checkpoint>();
            for (var file : arguments.witnesses()) {
                witnessed.add(witness(file));
            }
            var report = verifier.verify(target, witnessed);
            var summary = Map.of(
                    "entries", report.entries(),
                    "proved", report.proved(),
                    "checkpoints", report.checkpoints(),
                    "faults", report.faults().size());
            return print(report, texts.text(holds(report) ? "log.holds" : "log.fails", summary));
        }
        if (!Files.isRegularFile(target)) {
            throw new NotDone("problem.missing", target);
        }
        if (isPackage(target)) {
            var report = verifier.verifyPackage(target);
            var summary = Map.of(
                    "receipts", report.entries(), "faults", report.faults().size());
            return print(report, texts.text(holds(report) ? "package.holds" : "package.fails", summary));
        }
        var report = verifier.verifyReceipt(target);
        return print(report, report.holds() ? receiptHolds(target) : texts.text("receipt.fails", Map.of()));
    }

    /// By its name, so that a package whose first bytes were changed is still looked at as one; or by its beginning.
    private static boolean isPackage(Path file) {
        if (file.toString().endsWith(".zip")) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(2), UTF_8).equals("PK");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private String receiptHolds(Path file) {
        var receipt = Receipt.ofJson(read(file));
        return texts.text(
                "receipt.holds",
                Map.of(
                        "index", receipt.index(),
                        "origin", receipt.checkpoint().origin(),
                        "at", receipt.checkpoint().at()));
    }

    private boolean holds(Report report) {
        return report.holds() && (!arguments.strict() || report.notes().isEmpty());
    }

    private int print(Report report, String summary) {
        if (arguments.json()) {
            printJson(report, summary);
        } else {
            out.println(summary);
            report.faults().forEach(fault -> out.println("✗ " + FaultText.of(fault, arguments.locale())));
            report.notes().forEach(note -> out.println("· " + FaultText.of(note, arguments.locale())));
        }
        return holds(report) ? HOLDS : FAILS;
    }

    private void printJson(Report report, String summary) {
        var json = Json.MAPPER
                .createObjectNode()
                .put("holds", holds(report))
                .put("summary", summary)
                .put("entries", report.entries())
                .put("proved", report.proved())
                .put("checkpoints", report.checkpoints());
        for (var kind :
                Map.of("faults", report.faults(), "notes", report.notes()).entrySet()) {
            var list = json.putArray(kind.getKey());
            for (var fault : kind.getValue()) {
                var object = list.addObject()
                        .put("code", fault.kind().code())
                        .put("message", FaultText.of(fault, arguments.locale()));
                if (fault.index() >= 0) {
                    object.put("index", fault.index());
                }
                fault.parameters().forEach(object::put);
            }
        }
        out.println(new String(Json.canonical(json), UTF_8));
    }

    private int notDone(String problem, Map<String, ?> parameters) {
        out.println(texts.text(problem, parameters));
        return NOT_DONE;
    }

    private static VerifyingKey key(Path file) throws NotDone {
        try {
            return VerifyingKey.load(file);
        } catch (IllegalArgumentException | UncheckedIOException _) {
            throw new NotDone("problem.key", file);
        }
    }

    private static Checkpoint witness(Path file) throws NotDone {
        var text = read(file);
        for (var form :
                List.<Form>of(Checkpoint::ofJson, json -> Receipt.ofJson(json).checkpoint())) {
            try {
                return form.read(text);
            } catch (IllegalArgumentException _) {
                // It is of the other form, or of none.
            }
        }
        throw new NotDone("problem.witness", file);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private interface Form {
        Checkpoint read(String json);
    }

    private static final class NotDone extends Exception {

        private final String problem;
        private final transient Path file;

        NotDone(String problem, Path file) {
            super(problem);
            this.problem = problem;
            this.file = file;
        }
    }
}
