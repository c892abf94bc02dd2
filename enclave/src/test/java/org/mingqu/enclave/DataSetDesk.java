package org.mingqu.enclave;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;
import org.mingqu.warrant.Warrant;

/// A table of fictional people, and partners who ask for rows of it.
final class DataSetDesk {

    static final int PEOPLE = 8_000;
    static final List<String> HEADER = List.of("id", "sex", "age", "street", "ill", "income", "rent");
    static final List<ColumnSpec> COLUMNS = List.of(
            Platform.column("id", ColumnType.TEXT, 0, ColumnClass.IDENTIFIER, null, null),
            Platform.column("sex", ColumnType.TEXT, 0, ColumnClass.QUASI_IDENTIFIER, null, null),
            Platform.column("age", ColumnType.INTEGER, 0, ColumnClass.QUASI_IDENTIFIER, 0L, 120L),
            Platform.column("street", ColumnType.TEXT, 0, ColumnClass.QUASI_IDENTIFIER, null, null),
            Platform.column("ill", ColumnType.TEXT, 0, ColumnClass.SENSITIVE, null, null),
            Platform.column("income", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 0L, 10_000_000L),
            Platform.column("rent", ColumnType.DECIMAL, 2, ColumnClass.MEASURE, 0L, 10_000_000L));

    final Platform platform;

    DataSetDesk(Platform platform) {
        this.platform = platform;
    }

    static String id(int i) {
        return "ACCT-%07d-X".formatted(1_000_003L * i % 9_999_991);
    }

    /// The people's file: the person of number 0 is the only one of her age in her street.
    static String file(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> "%s,%s,%d,%s,ill%d,%.2f,%.2f"
                        .formatted(
                                id(i),
                                i % 2 == 0 ? "F" : "M",
                                i == 0 ? 99 : 20 + random.nextInt(60),
                                "street" + random.nextInt(6),
                                random.nextInt(5),
                                2000 + random.nextDouble() * 18_000,
                                500 + random.nextDouble() * 6_000))
                .collect(Collectors.joining("\n", String.join(",", HEADER) + "\n", "\n"));
    }

    void land(String resource, String csv, List<ColumnSpec> columns) throws Exception {
        var load = UUID.randomUUID().toString();
        platform.stage(load, resource, csv.getBytes(StandardCharsets.UTF_8));
        platform.send(new Order.LandLoad(
                load, resource, 1, columns, columns.getFirst().name(), "person", QualityRules.NONE));
        platform.await(load, LoadState.LANDED);
    }

    static Grant grant(Mask ofIdentifier) {
        return grant("people", COLUMNS, ofIdentifier, Grant.DataSets.USUAL);
    }

    static Grant grant(String resource, List<ColumnSpec> columns, Mask ofIdentifier, Grant.DataSets rows) {
        var granted = columns.stream()
                .map(column -> new Grant.Column(
                        column.name(),
                        column.columnClass() == ColumnClass.IDENTIFIER
                                ? Set.of(Right.JOIN, Right.COUNT_DISTINCT)
                                : Set.of(Right.GROUP, Right.FILTER, Right.OUTPUT_AGGREGATE),
                        column.columnClass() == ColumnClass.IDENTIFIER ? ofIdentifier : Mask.NONE))
                .toList();
        var table = new Grant.Table(resource, 0, resource, resource, granted, 1000);
        return new Grant("s", List.of(table), new Grant.Limits(10, 10_000, 10_000, 60), rows);
    }

    Answer.RunStatus run(String workspace, String sql, Grant grant) throws InterruptedException {
        return platform.run(workspace, Lane.DATASET, sql, grant, null);
    }

    Answer.Inspection ask(String workspace, String sql, Grant grant) throws InterruptedException {
        var run = run(workspace, sql, grant);
        if (run.state() != RunState.DONE) {
            throw new AssertionError(sql + ": " + run.problem());
        }
        return platform.send(new Order.InspectRelease(run.run()), Answer.Inspection.class);
    }

    /// Hands a data set over to an organisation.
    Answer.HandedOver handOver(String run, String organisation) {
        var actor = new Warrant.Actor("p-1", organisation, "PARTNER");
        var signed = platform.trust
                .signer()
                .sign(Warrant.of(Clock.systemUTC().instant(), actor, "a-1", "s-1", new Order.HandOver(run)));
        return (Answer.HandedOver) platform.client.send(signed);
    }

    /// The lines of a file, the header first.
    static List<List<String>> lines(Answer.HandedOver file) {
        return new String(file.content(), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /// What a thief puts on the street: some of the rows, in another order, without some columns.
    static String leaked(List<List<String>> lines, double share, long seed, List<Integer> columns) {
        var random = new Random(seed);
        var kept = new ArrayList<List<String>>();
        lines.stream().skip(1).filter(_ -> random.nextDouble() < share).forEach(kept::add);
        java.util.Collections.shuffle(kept, random);
        kept.addFirst(lines.getFirst());
        return kept.stream()
                .map(line -> columns.stream().map(line::get).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    Answer.LeakTrace trace(String csv) throws Exception {
        var leak = UUID.randomUUID().toString();
        var response = upload(leak, csv.getBytes(StandardCharsets.UTF_8), 1 << 24);
        if (response.statusCode() != 202) {
            throw new AssertionError(response.body());
        }
        return platform.send(new Order.ReadTrace(leak), Answer.LeakTrace.class);
    }

    HttpResponse<String> upload(String leak, byte[] content, long limit) throws Exception {
        var ticket = platform.sign(new Order.TraceLeak(leak, limit)).ticket();
        return platform.browser.send(
                HttpRequest.newBuilder(platform.door("/suspects/" + ticket))
                        .header("Origin", Platform.ORIGIN)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
