package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mingqu.district.District;
import org.mingqu.district.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How the people of the district bring a case on: apply, review, assess, decide, sign (art. 18, 19).
final class Cases {

    static final String AUTHORITY = "shuju";
    static final String AUTHORITY_COLLEAGUE = "shujuer";
    static final String OPERATOR = "yunying";

    /// So many days ago that a use that was agreed on then has ended.
    static final int LONG_AGO = 60;

    private final Cast cast;
    private final District district;
    private final Words words;
    private final LocalDate now;
    private final JsonMapper json;
    private final Map<String, JsonNode> catalogue = new HashMap<>();

    Cases(Cast cast, District district, Words words, LocalDate today, JsonMapper json) {
        this.cast = cast;
        this.district = district;
        this.words = words;
        this.now = today;
        this.json = json;
    }

    private LocalDate today() {
        return now.minusDays(cast.daysBack());
    }

    /// The last day of the use that is asked for; what is played long ago is over by now.
    private LocalDate until(Scenario it) {
        return cast.daysBack() >= LONG_AGO ? now.minusDays(LONG_AGO / 2) : today().plusDays(it.days());
    }

    /// A filled application that is not submitted yet.
    ///
    /// @param variant names what is different in this one, in its title
    /// @return its id
    String draft(Scenario it, String variant) {
        var partner = cast.as(it.partner());
        var opened = partner.post("/api/applications", json.createObjectNode());
        var id = opened.required("id").asString();
        var form = json.createObjectNode()
                .put("version", opened.required("version").asInt());
        form.set("scenario", scenario(it, variant));
        form.set("items", items(it));
        partner.put("/api/applications/" + id, form);
        return id;
    }

    private ObjectNode scenario(Scenario it, String variant) {
        var title = variant.isEmpty() ? it.title() : "%s（%s）".formatted(it.title(), variant);
        return json.createObjectNode()
                .put("title", title)
                .put("kind", it.kind().name())
                .put("purpose", it.purpose())
                .put("users", it.users())
                .put("outputs", it.outputs())
                .put("method", it.method())
                .put("call", "WORKBENCH")
                .put("frequency", it.frequency())
                .put("benefit", it.benefit())
                .put("risk", it.risk())
                .put("until", until(it).toString());
    }

    private JsonNode items(Scenario it) {
        var items = json.createArrayNode();
        for (var item : it.items()) {
            var line = json.createObjectNode()
                    .put("resource", resource(item.resource()))
                    .put("necessity", item.necessity());
            var columns = line.putArray("columns");
            var reasons = line.putObject("reasons");
            item.columns().forEach(column -> {
                columns.add(column);
                reasons.put(column, item.necessity());
            });
            items.add(line);
        }
        return items;
    }

    /// The id of a published resource.
    String resource(String key) {
        var found = catalogue.computeIfAbsent(key, _ -> {
            for (var item : cast.as(AUTHORITY).get("/api/catalogue?size=200").required("items")) {
                if (item.required("name").asString().equals(key)) {
                    return item;
                }
            }
            throw new SceneFailed("resource %s is not in the catalogue".formatted(key));
        });
        return found.required("id").asString();
    }

    /// Takes a step of an application, as a person.
    void move(String application, String username, String step, String opinion) {
        var form = json.createObjectNode()
                .put("version", version(username, application))
                .put("step", step)
                .put("opinion", opinion);
        cast.as(username).post("/api/applications/%s/moves".formatted(application), form);
    }

    void submit(Scenario it, String application) {
        move(application, it.partner(), "SUBMIT", "");
    }

    void forward(String application) {
        move(application, OPERATOR, "FORWARD", words.of("opinion.forward"));
    }

    void assess(String application) {
        move(application, AUTHORITY, "ASSESS", words.of("opinion.assess"));
    }

    /// Every source department consents for its own resources, the first with a condition if one is given.
    void consentAll(Scenario it, String application, Map<String, List<String>> dropped) {
        for (var department : departments(it)) {
            decide(it, application, department, true, dropped);
        }
    }

    /// The source departments concerned, by the user names of their people.
    List<String> departments(Scenario it) {
        var departments = new TreeSet<String>();
        it.items()
                .forEach(item ->
                        departments.add(district.resource(item.resource()).contact()));
        return List.copyOf(departments);
    }

    void decide(
            Scenario it, String application, String department, boolean consent, Map<String, List<String>> dropped) {
        var form = json.createObjectNode()
                .put("version", version(department, application))
                .put("step", consent ? "CONSENT" : "REFUSE")
                .put("opinion", words.of(consent ? "opinion.consent" : "opinion.refuse"));
        var decisions = form.putArray("decisions");
        for (var item : it.items()) {
            if (district.resource(item.resource()).contact().equals(department)) {
                var decision = decisions
                        .addObject()
                        .put("resource", resource(item.resource()))
                        .put("consent", consent);
                var drop = decision.putArray("dropColumns");
                dropped.getOrDefault(item.resource(), List.of()).forEach(drop::add);
                decision.putObject("masks");
                decision.put("until", until(it).toString());
            }
        }
        cast.as(department).post("/api/applications/%s/moves".formatted(application), form);
    }

    private int version(String username, String application) {
        return cast.as(username)
                .get("/api/applications/" + application)
                .required("version")
                .asInt();
    }

    /// An application that every department has consented to; gives the agreement's id.
    String granted(Scenario it, String variant, Map<String, List<String>> dropped) {
        var application = draft(it, variant);
        submit(it, application);
        forward(application);
        assess(application);
        consentAll(it, application, dropped);
        return cast.as(it.partner())
                .get("/api/applications/" + application)
                .required("agreement")
                .asString();
    }

    /// Fills the heads of an agreement that its draft has left empty.
    void fill(String agreement) {
        var operator = cast.as(OPERATOR);
        var now = operator.get("/api/agreements/" + agreement);
        var form =
                json.createObjectNode().put("version", now.required("version").asInt());
        var heads = form.putObject("heads");
        for (var head : now.required("heads")) {
            if (!head.required("complete").asBoolean()) {
                var key = head.required("key").asString();
                heads.put(key, words.of("head." + key));
            }
        }
        operator.put("/api/agreements/%s/heads".formatted(agreement), form);
    }

    /// Signs an agreement, as a person.
    void sign(String agreement, String username) {
        var person = cast.as(username);
        var now = person.get("/api/agreements/" + agreement);
        var form = json.createObjectNode()
                .put("version", now.required("version").asInt())
                .put("sm3", now.required("sm3").asString());
        person.post("/api/agreements/%s/signatures".formatted(agreement), form);
    }

    /// Everybody signs.
    void signAll(String agreement, Scenario it) {
        fill(agreement);
        departments(it).forEach(department -> sign(agreement, department));
        sign(agreement, OPERATOR);
        sign(agreement, it.partner());
        sign(agreement, AUTHORITY);
    }

    /// Everybody signs; then the workspace opens, and this gives its id.
    String inForce(String agreement, Scenario it) {
        signAll(agreement, it);
        return Workbench.await(cast.as(it.partner()), agreement);
    }
}
