package org.mingqu.enclave;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Lane;
import org.mingqu.warrant.ModelSpec;
import org.mingqu.warrant.Order;

/// What an order is about: the ids in it, for the log, checked for their form, as folders are named after
/// them.
final class OrderFacts {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final int LONGEST_SQL = 100_000;
    private static final long MOST_LEAKED = 256L << 20;

    private OrderFacts() {}

    /// @throws EnclaveRefused `order-invalid` if an id, a number or a text is out of bounds
    static Map<String, String> of(Order order) {
        var facts = new TreeMap<String, String>();
        switch (order) {
            case Order.ReceiveFile o -> {
                ids(facts, "load", o.load(), "resource", o.resource());
                workspace(facts, o.workspace());
            }
            case Order.PullTable o -> ids(facts, "load", o.load(), "resource", o.resource());
            case Order.FetchRejects o -> ids(facts, "load", o.load());
            case Order.ReadLoad o -> ids(facts, "load", o.load());
            case Order.LandLoad o -> {
                ids(facts, "load", o.load(), "resource", o.resource());
                version(facts, o.version());
                workspace(facts, o.workspace());
            }
            case Order.DiscardLoad o -> ids(facts, "load", o.load());
            case Order.DescribeVersion o -> {
                ids(facts, "resource", o.resource());
                version(facts, Math.max(1, o.version()));
            }
            case Order.SyntheticSample o -> {
                ids(facts, "resource", o.resource());
                within("rows", o.rows(), 1, 1000);
            }
            case Order.DestroyVersion o -> {
                ids(facts, "resource", o.resource());
                version(facts, o.version());
            }
            case Order.OpenWorkspace o -> ids(facts, "workspace", o.workspace());
            case Order.ReadWorkspace o -> ids(facts, "workspace", o.workspace());
            case Order.SuspendWorkspace o -> {
                ids(facts, "workspace", o.workspace());
                facts.put("article", o.article());
                facts.put("reason", o.reason());
            }
            case Order.ResumeWorkspace o -> ids(facts, "workspace", o.workspace());
            case Order.DestroyWorkspace o -> ids(facts, "workspace", o.workspace());
            case Order.Judge o -> {
                ids(facts, "workspace", o.workspace());
                query(facts, o.lane().name(), o.sql(), o.grant());
            }
            case Order.Run o -> {
                ids(facts, "workspace", o.workspace(), "run", o.run());
                query(facts, o.lane().name(), o.sql(), o.grant());
                model(facts, o);
            }
            case Order.ReadRun o -> ids(facts, "run", o.run());
            case Order.CancelRun o -> ids(facts, "run", o.run());
            case Order.InspectRelease o -> ids(facts, "run", o.run());
            case Order.HandOver o -> ids(facts, "run", o.run());
            case Order.TraceLeak o -> {
                ids(facts, "leak", o.leak());
                within("maxBytes", o.maxBytes(), 1, MOST_LEAKED);
            }
            case Order.ReadTrace o -> ids(facts, "leak", o.leak());
            case Order.IdentifySubject o -> {
                within("number", o.number().length(), 1, 64);
                facts.put("subjectKind", o.subjectKind());
            }
            case Order.LocateSubject o -> {
                ids(facts, "subject", o.subject());
                within("resources", o.resources().size(), 0, 1000);
                o.resources().forEach(OrderFacts::mustBeId);
            }
            case Order.FetchSubjectRows o -> {
                ids(facts, "subject", o.subject(), "resource", o.resource());
                version(facts, Math.max(1, o.version()));
            }
            case Order.CompareSubject o -> {
                ids(facts, "subject", o.subject(), "resource", o.resource());
                within("before", o.before(), 1, Integer.MAX_VALUE);
                version(facts, o.after());
            }
            case Order.KeepSubjects o -> {
                ids(facts, "list", o.list());
                within("subjects", o.subjects().size(), 0, 1_000_000);
                o.subjects().forEach(OrderFacts::mustBeId);
                facts.put("revision", Long.toString(o.revision()));
                facts.put("subjects", Integer.toString(o.subjects().size()));
            }
            case Order.ReadBudgets o -> within("resources", o.resources().size(), 0, 1000);
            case Order.ReadLog o -> {
                within("from", o.from(), 0, Long.MAX_VALUE);
                within("limit", o.limit(), 1, 1000);
            }
            case Order.Health _ -> {}
        }
        return facts;
    }

    private static void query(Map<String, String> facts, String lane, String sql, Grant grant) {
        within("sql", sql.length(), 0, LONGEST_SQL);
        grant.tables().forEach(table -> {
            mustBeId(table.resource());
            table.subjects().forEach(list -> mustBeId(list.list()));
        });
        facts.put("lane", lane);
        facts.put("sql", sm3(sql));
        facts.put(
                "resources",
                grant.tables().stream()
                        .map(table -> table.resource() + "/" + table.version())
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private static void model(Map<String, String> facts, Order.Run run) {
        var model = run.model();
        if ((run.lane() == Lane.MODEL) != (model != null)) {
            throw EnclaveRefused.of("model-spec", "22", "most", Integer.toString(ModelSpec.LARGEST_RIDGE));
        }
        if (model != null) {
            within("ridge", model.ridgeMilli(), 0, ModelSpec.LARGEST_RIDGE);
            facts.put("model", model.kind().name());
        }
    }

    private static void ids(Map<String, String> facts, String... pairs) {
        for (var i = 0; i < pairs.length; i += 2) {
            mustBeId(pairs[i + 1]);
            facts.put(pairs[i], pairs[i + 1]);
        }
    }

    private static void workspace(Map<String, String> facts, @Nullable String workspace) {
        if (workspace != null) {
            ids(facts, "workspace", workspace);
        }
    }

    private static void mustBeId(String id) {
        if (!ID.matcher(id).matches()) {
            throw EnclaveRefused.of("order-invalid", "", "reason", "id");
        }
    }

    private static void version(Map<String, String> facts, int version) {
        within("version", version, 1, Integer.MAX_VALUE);
        facts.put("version", Integer.toString(version));
    }

    private static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw EnclaveRefused.of("order-invalid", "", "reason", what);
        }
    }

    private static String sm3(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
