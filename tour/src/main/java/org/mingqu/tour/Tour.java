package org.mingqu.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/// The walk as a command: lives the story of the Measures at the public interface of a running installation with the
/// demonstration on, as each role, and prints a line per act.
///
/// `tour [--url http://localhost:8080] [--evidence DIRECTORY] [--lang zh|en]`. Resources and cases are its own, so that
/// it can walk again and again. With `--all` it lives through the three years of the Measures, once, in an installation
/// of its own whose calendar is turned.
public final class Tour {

    /// All of it held.
    public static final int HELD = 0;
    /// Something did not hold; the last line says what.
    public static final int BROKEN = 1;
    /// The arguments make no sense.
    public static final int NOT_DONE = 2;

    private static final int HALF_A_YEAR = 180;
    private static final int YEARS_OF_USE = 900;

    private final Options options;
    private final Diary diary;

    private Tour(Options options, PrintStream out) {
        this.options = options;
        this.diary = new Diary(out, new Texts(options.locale()));
    }

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.exit(run(out, args));
    }

    /// Runs the command.
    ///
    /// @return [#HELD], [#BROKEN] or [#NOT_DONE]
    public static int run(PrintStream out, String... args) {
        var options = Options.parse(args);
        if (options.isEmpty()) {
            out.println(new Texts(Locale.getDefault()).of("usage"));
            return NOT_DONE;
        }
        var tour = new Tour(options.orElseThrow(), out);
        var from = System.nanoTime();
        try {
            tour.walk();
            tour.diary.end(Duration.ofNanos(System.nanoTime() - from).toSeconds());
            return HELD;
        } catch (Broken broken) {
            tour.diary.broken(broken);
            return BROKEN;
        } catch (UncheckedIOException | JacksonException | IllegalArgumentException failed) {
            tour.diary.broken(new Broken("expect.files", "-", failed));
            return BROKEN;
        }
    }

    private void walk() {
        try (var cast = new Cast(options.url(), options.locale());
                var systems = new DepartmentSystems()) {
            var installation = cast.nobody().get("/api/session").required("installation");
            Expect.same(
                    "expect.demonstration",
                    true,
                    installation.path("demonstration").asBoolean());
            var suffix = Long.toString(System.currentTimeMillis() / 1000, 36);
            var days = Days.of(cast.nobody());
            if (options.all()) {
                new Years(new Stage(cast, diary, new Words(), suffix, days, YEARS_OF_USE), systems, options).live();
            } else {
                story(new Stage(cast, diary, new Words(), suffix, days, HALF_A_YEAR), systems);
            }
        }
    }

    private void story(Stage stage, DepartmentSystems systems) {
        var cast = stage.cast();
        diary.chapter("chapter.data");
        var data = new DataChapter(stage, systems);
        var leases = data.file(cast.housing(), "leases");
        var dwellings = data.file(cast.housing(), "dwellings");
        var contracts = data.table(cast.housing(), "lease_contract");
        var households = data.file(cast.civilAffairs(), "households");
        diary.chapter("chapter.catalogue");
        new CatalogueChapter(stage, systems.directory().resolve(leases.as().origin()))
                .play(List.of(leases, dwellings, contracts, households));
        diary.chapter("chapter.application");
        var applications = new ApplicationChapter(stage);
        var agreement = applications.granted(List.of(leases, dwellings, contracts), List.of(households));
        applications.withdrawn(List.of(households));
        diary.chapter("chapter.agreement");
        var workspace = new AgreementChapter(stage, agreement).inForce();
        var desk = new Desk(stage, workspace);
        diary.chapter("chapter.workbench");
        var run = new WorkbenchChapter(stage, desk, leases, contracts).play();
        diary.chapter("chapter.release");
        var release = new ReleaseChapter(stage).play(run);
        diary.chapter("chapter.supervision");
        new SupervisionChapter(stage, desk, leases, dwellings).play(release);
        diary.chapter("chapter.duties");
        new DutyChapter(stage).play();
        diary.chapter("chapter.evidence");
        var ledger = new LedgerChapter(stage, systems.directory(), options.locale());
        ledger.receipts();
        ledger.log(options.evidence());
        ledger.keyIsGone(options.evidence(), workspace);
    }
}
