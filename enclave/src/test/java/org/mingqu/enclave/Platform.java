package org.mingqu.enclave;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.DetectedColumn;
import org.mingqu.warrant.EnclaveClient;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Endpoint;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.RunState;
import org.mingqu.warrant.SignedWarrant;
import org.mingqu.warrant.Trust;
import org.mingqu.warrant.Warrant;
import org.mingqu.warrant.WarrantJson;

/// The platform's side for tests: real keys, real TLS, a real browser's requests at the door.
final class Platform implements AutoCloseable {

    static final Warrant.Actor ACTOR = new Warrant.Actor("p-1", "o-1", "SOURCE");
    static final String ORIGIN = "http://platform.test";
    static final String OTHER_ORIGIN = "http://[::1]:8080";

    final Path folder;
    final Trust.Platform trust;
    Enclave enclave;
    EnclaveClient client;
    Endpoint endpoint;
    final HttpClient browser = HttpClient.newHttpClient();

    Platform(Path folder) throws IOException {
        this.folder = folder;
        Trust.createIfAbsent(folder.resolve("trust"));
        this.trust = Trust.platform(folder.resolve("trust"));
        start();
    }

    List<String> arguments() {
        return List.of(
                "--home", folder.resolve("home").toString(),
                "--trust", folder.resolve("trust/enclave").toString(),
                "--origin", ORIGIN + ", " + OTHER_ORIGIN);
    }

    void start() throws IOException {
        enclave = Enclave.start(arguments(), Clock.systemUTC());
        connect();
    }

    void connect() throws IOException {
        endpoint = Endpoint.read(folder.resolve("home"));
        client = new EnclaveClient(
                URI.create("https://127.0.0.1:" + endpoint.orders()), trust.tls(), Duration.ofSeconds(60));
    }

    void restart() throws IOException {
        client.close();
        enclave.close();
        start();
    }

    SignedWarrant sign(Order order) {
        return trust.signer().sign(Warrant.of(Clock.systemUTC().instant(), ACTOR, "a-1", "s-1", order));
    }

    Answer send(Order order) {
        return client.send(sign(order));
    }

    <A extends Answer> A send(Order order, Class<A> kind) {
        return kind.cast(send(order));
    }

    EnclaveRefusal refusal(Order order) {
        try {
            send(order);
        } catch (EnclaveRefused e) {
            return e.refusal();
        }
        throw new AssertionError("not refused: " + order);
    }

    HttpResponse<String> upload(String load, String resource, FileFormat format, byte[] content, long limit)
            throws IOException, InterruptedException {
        var ticket = sign(new Order.ReceiveFile(load, resource, format, limit, "file"))
                .ticket();
        return put(ticket, content);
    }

    HttpResponse<String> put(String ticket, byte[] content) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(door("/intake/" + ticket))
                        .header("Origin", ORIGIN)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    URI door(String path) {
        return URI.create("http://127.0.0.1:" + endpoint.door() + path);
    }

    Answer.LoadStatus stage(String load, String resource, byte[] content) throws Exception {
        var response = upload(load, resource, FileFormat.CSV, content, 1L << 32);
        if (response.statusCode() != 202) {
            throw new EnclaveRefused(
                    WarrantJson.read(response.body().getBytes(StandardCharsets.UTF_8), EnclaveRefusal.class));
        }
        return await(load, LoadState.STAGED);
    }

    Answer.LoadStatus await(String load, LoadState wanted) throws InterruptedException {
        for (var i = 0; i < 1200; i++) {
            var status = send(new Order.ReadLoad(load), Answer.LoadStatus.class);
            if (status.state() == wanted) {
                return status;
            }
            if (status.state() == LoadState.FAILED) {
                throw new EnclaveRefused(status.problem());
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the load did not become " + wanted);
    }

    static ColumnSpec spec(DetectedColumn found) {
        return new ColumnSpec(
                found.name(),
                found.proposedLabel(),
                found.type(),
                found.scale(),
                found.proposedClass(),
                found.proposedGrade(),
                found.detector(),
                found.lower(),
                found.upper());
    }

    Answer.VersionDescription land(Answer.LoadStatus staged, String resource, int version, String subject, String kind)
            throws InterruptedException {
        var columns = staged.columns().stream().map(Platform::spec).toList();
        send(new Order.LandLoad(staged.load(), resource, version, columns, subject, kind, QualityRules.NONE));
        await(staged.load(), LoadState.LANDED);
        return send(new Order.DescribeVersion(resource, version), Answer.VersionDescription.class);
    }

    static ColumnSpec column(String name, ColumnType type, int scale, ColumnClass columnClass, Long lower, Long upper) {
        return new ColumnSpec(name, name, type, scale, columnClass, 2, null, lower, upper);
    }

    static Grant.Column granted(String name, Right... rights) {
        return new Grant.Column(name, Set.of(rights), Mask.NONE);
    }

    Answer.RunStatus run(String workspace, Lane lane, String sql, Grant grant, Integer epsilon)
            throws InterruptedException {
        var id = UUID.randomUUID().toString();
        send(new Order.Run(workspace, id, lane, sql, grant, epsilon, null));
        return awaitRun(id);
    }

    Answer.RunStatus awaitRun(String id) throws InterruptedException {
        for (var i = 0; i < 1200; i++) {
            var status = send(new Order.ReadRun(id), Answer.RunStatus.class);
            if (status.state() != RunState.RUNNING) {
                return status;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the run does not end");
    }

    @Override
    public void close() throws IOException {
        client.close();
        enclave.close();
    }
}
