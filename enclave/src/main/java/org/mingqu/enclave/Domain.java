package org.mingqu.enclave;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.dataset.Deliveries;
import org.mingqu.enclave.dataset.Leaks;
import org.mingqu.enclave.engine.Synthetic;
import org.mingqu.enclave.intake.Fault;
import org.mingqu.enclave.intake.Intake;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.release.ReleaseKeys;
import org.mingqu.enclave.subject.SubjectLists;
import org.mingqu.enclave.subject.Subjects;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.enclave.workspace.Budgets;
import org.mingqu.enclave.workspace.Releases;
import org.mingqu.enclave.workspace.Runs;
import org.mingqu.enclave.workspace.Workspaces;
import org.mingqu.guard.Guard;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.ResultTable;
import org.mingqu.warrant.SignedWarrant;
import org.mingqu.warrant.Warrant;
import org.mingqu.warrant.WarrantCheck;
import org.mingqu.warrant.WarrantKey;

/// All rooms of the domain behind one question: is this warrant good, and what comes of its order?
final class Domain implements AutoCloseable {

    private final Settings settings;
    private final Instant startedAt;
    private final OwnLog log;
    private final WarrantCheck check;
    private final Versions versions;
    private final Intake intake;
    private final Workspaces workspaces;
    private final Subjects subjects;
    private final SubjectLists lists;
    private final Budgets budgets;
    private final ReleaseKeys releaseKeys;
    private final Runs runs;
    private final Releases releases;
    private final Leaks leaks;
    private final AtomicReference<@Nullable Guard> warm = new AtomicReference<>();

    Domain(Settings settings, WarrantKey platformKey, Clock clock) throws IOException {
        this.settings = settings;
        this.startedAt = clock.instant();
        var home = Durable.folder(settings.home());
        var work = home.resolve("work");
        Durable.remove(work);
        Durable.folder(work);
        var master = MasterKey.at(settings.masterKey(), settings.cipher());
        this.log = new OwnLog(Durable.folder(home.resolve("log")), home.resolve("log.key"), clock);
        this.check = new WarrantCheck(List.of(platformKey), clock);
        log.remind(check, startedAt);
        this.versions = new Versions(home.resolve("vault"), master);
        this.intake =
                new Intake(home.resolve("loads"), work.resolve("loads"), master, versions, clock, settings.zone());
        this.workspaces = new Workspaces(home.resolve("workspaces"), master, clock);
        this.subjects = new Subjects(home.resolve("subjects"), work.resolve("subjects"), master, versions);
        this.lists = new SubjectLists(home.resolve("subjects"), subjects);
        this.budgets = new Budgets(home.resolve("budgets.jsonl"));
        this.releaseKeys = new ReleaseKeys(home.resolve("releases"), master);
        this.runs = new Runs(
                home.resolve("runs"),
                work.resolve("spaces"),
                versions,
                workspaces,
                lists,
                budgets,
                releaseKeys,
                new Guard(),
                clock);
        var deliveries = new Deliveries(home.resolve("deliveries"), master);
        this.releases = new Releases(runs, workspaces, deliveries, clock);
        this.leaks = new Leaks(home.resolve("leaks"), deliveries);
        intake.resume();
        for (var it : workspaces.left()) {
            forget(it);
        }
    }

    /// What a partner brought along goes with the workspace, and what is known of who is in it.
    private void forget(Workspaces.Brought it) throws IOException {
        intake.forget(it.load(), it.resource());
        releaseKeys.forget("own-" + it.workspace() + "-");
    }

    /// Makes the first questions as fast as the later ones.
    void warm() {
        warm.set(Guard.warm());
    }

    /// Checks a warrant and does what it orders.
    ///
    /// @throws EnclaveRefused if the warrant is not good, or the order is refused
    Answer obey(SignedWarrant signed) throws IOException {
        var warrant = check.accept(signed);
        if (warrant.order() instanceof Order.Ticket) {
            throw EnclaveRefused.of("order-invalid", "", "reason", "ticket");
        }
        return entered(warrant, () -> answer(warrant));
    }

    /// Checks a ticket for its one use.
    Warrant ticket(String ticket, List<Class<? extends Order.Ticket>> kinds) {
        try {
            var signed = SignedWarrant.ofTicket(ticket);
            var warrant = check.check(signed);
            if (kinds.stream().noneMatch(kind -> kind.isInstance(warrant.order()))) {
                throw EnclaveRefused.of("order-invalid", "", "reason", "ticket");
            }
            OrderFacts.of(warrant.order());
            return check.accept(signed);
        } catch (IllegalArgumentException e) {
            throw EnclaveRefused.of("warrant-invalid", "4");
        }
    }

    /// Something ordered.
    interface Act<T> {
        T run() throws IOException;
    }

    /// Does what a warrant orders and enters in the log what came of it before giving it back, or before
    /// saying that nothing came of it.
    <T> T entered(Warrant warrant, Act<T> act) throws IOException {
        Map<String, String> facts;
        T answer;
        try {
            facts = OrderFacts.of(warrant.order());
            answer = act.run();
        } catch (EnclaveRefused e) {
            log.enter(warrant, "refused", Map.of("why", e.refusal().type()));
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it was, a warrant was used: that it was stays on record, with the number of the fault.
            var fault = Fault.of(e);
            var why = new TreeMap<>(fault.parameters());
            why.put("why", fault.type());
            log.enter(warrant, "failed", why);
            throw new EnclaveRefused(fault);
        }
        if (OwnLog.isLook(warrant.order())) {
            return answer;
        }
        return withIndex(answer, log.enter(warrant, "done", outcome(facts, answer)));
    }

    private static Map<String, String> outcome(Map<String, String> facts, Object answer) {
        var all = new TreeMap<>(facts);
        switch (answer) {
            case Answer.RunStatus run -> {
                all.put("state", run.state().name());
                all.put("workspace", run.workspace());
            }
            case Answer.Judgement judgement -> all.put("allowed", Boolean.toString(judgement.allowed()));
            case Answer.HandedOver file -> all.put("sm3", file.sm3());
            case Answer.LeakTrace trace -> {
                all.put("sm3", String.valueOf(trace.fileSm3()));
                all.put("named", Integer.toString(trace.found().size()));
            }
            case Answer.LoadStatus load -> all.put("state", load.state().name());
            case Answer.SubjectToken token -> all.put("subject", token.subject());
            default -> {}
        }
        return all;
    }

    @SuppressWarnings("unchecked") // an answer of one type is replaced by another of the same type
    private static <T> T withIndex(T answer, long index) {
        return answer instanceof Answer.HandedOver file
                ? (T) new Answer.HandedOver(
                        file.run(),
                        file.fileName(),
                        file.mediaType(),
                        file.base64(),
                        file.sm3(),
                        file.reviewed(),
                        index)
                : answer;
    }

    private Answer answer(Warrant warrant) throws IOException {
        return switch (warrant.order()) {
            case Order.Ticket _ -> throw new IllegalStateException("a ticket is not for this listener");
            case Order.ReadLoad o -> intake.status(o.load());
            case Order.LandLoad o -> {
                workspaces.mustBeFor(o.load(), o.resource(), o.version(), o.workspace());
                yield intake.land(o, true);
            }
            case Order.DiscardLoad o -> intake.discard(o.load());
            case Order.DescribeVersion o ->
                versions.find(o.resource(), o.version()).facts().description();
            case Order.SyntheticSample o -> sample(o);
            case Order.DestroyVersion o -> {
                versions.destroy(o.resource(), o.version());
                yield new Answer.Done();
            }
            case Order.OpenWorkspace o -> workspaces.open(o.workspace());
            case Order.ReadWorkspace o -> workspaces.status(o.workspace());
            case Order.SuspendWorkspace o -> runs.suspend(o);
            case Order.ResumeWorkspace o -> workspaces.resume(o.workspace());
            case Order.DestroyWorkspace o -> {
                var destroyed = runs.destroy(o.workspace());
                for (var it : workspaces.brought(o.workspace())) {
                    forget(it);
                }
                yield destroyed;
            }
            case Order.Judge o -> runs.judge(o);
            case Order.Run o -> runs.run(o);
            case Order.ReadRun o -> runs.read(o.run());
            case Order.CancelRun o -> runs.cancel(o.run());
            case Order.InspectRelease o -> releases.inspect(o.run());
            case Order.HandOver o -> releases.handOver(o.run(), warrant.actor().organisation());
            case Order.ReadTrace o -> leaks.read(o.leak());
            case Order.IdentifySubject o -> subjects.identify(o.subjectKind(), o.number());
            case Order.LocateSubject o -> subjects.locate(o.subject(), o.resources());
            case Order.CompareSubject o -> subjects.compare(o);
            case Order.KeepSubjects o -> lists.keep(o);
            case Order.ReadBudgets o -> new Answer.Budgets(budgets.lines(o.resources()));
            case Order.ReadLog o -> log.page(o.from(), o.limit());
            case Order.Health _ -> health();
        };
    }

    private Answer sample(Order.SyntheticSample order) {
        var facts = versions.find(order.resource(), order.version()).facts();
        var synthetic = new Synthetic(facts, order.seed());
        var columns = synthetic.columns().stream()
                .map(column -> new ResultTable.Column(column.name(), column.type(), column.scale(), "VALUE"))
                .toList();
        var rows = synthetic.rows(order.rows()).stream().map(Domain::plain).toList();
        return new Answer.Sample(new ResultTable(columns, rows, 0, null));
    }

    private static List<@Nullable Object> plain(List<@Nullable Object> row) {
        var plain = new java.util.ArrayList<@Nullable Object>(row.size());
        row.forEach(value -> plain.add(
                value == null || value instanceof Number || value instanceof Boolean ? value : value.toString()));
        return plain;
    }

    private Answer health() {
        return new Answer.HealthReport(
                startedAt,
                ProcessHandle.current().pid(),
                settings.cipher().name(),
                log.size(),
                workspaces.living(),
                runs.running(),
                warm.get() != null);
    }

    Intake intake() {
        return intake;
    }

    /// Takes in a file that is brought to the door.
    Answer.LoadStatus receive(Order.ReceiveFile order, InputStream body, long expected) throws IOException {
        var workspace = order.workspace();
        if (workspace != null) {
            workspaces.bring(order.load(), order.resource(), workspace);
        }
        return intake.receive(order, body, expected);
    }

    Leaks leaks() {
        return leaks;
    }

    Subjects subjects() {
        return subjects;
    }

    @Override
    public void close() throws IOException {
        intake.close();
        runs.close();
        budgets.close();
        log.close();
    }
}
