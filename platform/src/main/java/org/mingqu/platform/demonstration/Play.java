package org.mingqu.platform.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingqu.district.District;
import org.mingqu.district.Resource;
import org.mingqu.district.Scenario;
import tools.jackson.databind.json.JsonMapper;

/// The scenes of the demonstration, in their order: first the data, then cases in every state.
final class Play {

    /// One scene; what it gives (an id, or nothing) is kept.
    record Scene(String name, Action action) {}

    /// What happens in a scene.
    interface Action {
        String play();
    }

    private static final String ELDERS = "elder_alert";
    private static final String CREDIT = "sme_credit";
    private static final String PARKING = "parking_heat";

    /// Submitted, so that the authority has a candidate.
    private static final List<String> NOT_PUBLISHED = List.of("dwellings", "elder_care");

    private final District district;
    private final Cast cast;
    private final Intaking intaking;
    private final Cases cases;
    private final Workbench bench;
    private final Words words;
    private final JsonMapper json;
    private final EarlierDays past;
    private final Citizens citizens;
    private final Copying copying;
    private final List<Scene> scenes = new ArrayList<>();

    Play(
            District district,
            Cast cast,
            Intaking intaking,
            Cases cases,
            Workbench bench,
            Words words,
            JsonMapper json,
            EarlierDays past,
            YearOfDuties duties,
            Enforcing enforcing,
            Selling selling,
            Selecting selecting,
            Agreeing agreeing,
            Partnering partnering,
            Bringing bringing) {
        this.district = district;
        this.cast = cast;
        this.intaking = intaking;
        this.cases = cases;
        this.bench = bench;
        this.words = words;
        this.json = json;
        this.past = past;
        this.citizens = new Citizens(cast, district, words, json);
        this.copying = new Copying(cast, bench, words, json);
        data();
        scenes.addAll(selecting.scenes());
        scenes.addAll(agreeing.scenes());
        scenes.addAll(partnering.scenes());
        scenes.addAll(duties.scenes(district.scenario(PARKING)));
        scenes.addAll(enforcing.scenes(district.scenario(PARKING)));
        scenes.addAll(new Alarming(cast, words, json).scenes());
        scenes.addAll(new Wanting(cast, cases, words, json).scenes());
        applications();
        earlierDays();
        agreements();
        elders(bringing);
        credit();
        parking();
        scenes.addAll(selling.scenes(district.scenario(PARKING).title()));
        rights();
        scenes.addAll(agreeing.afterwards());
    }

    List<Scene> scenes() {
        return List.copyOf(scenes);
    }

    private void scene(String name, Action action) {
        scenes.add(new Scene(name, action));
    }

    /// The people whom the data are about: a copy that waits to be fetched, one that is examined, an
    /// objection and a complaint that nobody has taken up yet, an authorisation.
    private void rights() {
        scene("rights.known", citizens::known);
        scene("rights.granted", () -> {
            var id = citizens.copy(Citizens.LI, cases.resource("residents"));
            citizens.decide(id, district.resource("residents").contact(), "GRANT");
            return id;
        });
        scene("rights.examined", () -> {
            var id = citizens.copy(Citizens.ZHAO, cases.resource("elders"));
            citizens.decide(id, district.resource("elders").contact(), "ACCEPT");
            return id;
        });
        scene("rights.objection", () -> citizens.objection(Citizens.LI, cases.resource("elders")));
        scene("rights.complaint", () -> citizens.complaint(Citizens.COMPANY, "companies"));
        scene("rights.authorised", () -> citizens.authorise(Citizens.COMPANY));
    }

    private void data() {
        for (var resource : district.resources()) {
            scene("intake." + resource.key(), () -> intaking.takeIn(resource));
        }
        for (var resource : district.resources()) {
            if (!resource.key().equals("elder_care")) {
                scene("submit." + resource.key(), () -> submitted(resource));
            }
        }
        scene("batch.first", this::publish);
    }

    private String submitted(Resource resource) {
        var id = intaking.register(resource);
        intaking.submit(id, resource);
        return id;
    }

    private String publish() {
        var form = json.createObjectNode().put("title", words.of("batch.first"));
        var chosen = form.putArray("resources");
        for (var candidate : cast.as(Cases.AUTHORITY).get("/api/catalogue-batches/candidates")) {
            if (!NOT_PUBLISHED.contains(candidate.required("name").asString())) {
                chosen.add(candidate.required("id").asString());
            }
        }
        return cast.as(Cases.AUTHORITY)
                .post("/api/catalogue-batches", form)
                .required("id")
                .asString();
    }

    /// One application in each stage before the decision, and one in each way to end.
    private void applications() {
        var elders = district.scenario(ELDERS);
        var credit = district.scenario(CREDIT);
        var parking = district.scenario(PARKING);
        scene("application.draft", () -> cases.draft(credit, words.of("variant.draft")));
        scene("application.operator", () -> submittedCase(elders, "variant.operator"));
        scene("application.authority", () -> forwarded(parking, "variant.authority"));
        scene("application.source", () -> {
            var id = assessed(credit, "variant.source");
            cases.decide(credit, id, cases.departments(credit).getFirst(), true, Map.of());
            return id;
        });
        scene("application.returned", () -> moved(parking, "variant.returned", Cases.OPERATOR, "RETURN", "return"));
        scene("application.rejected", () -> {
            var id = forwarded(credit, "variant.rejected");
            cases.move(id, Cases.AUTHORITY, "REJECT", words.of("opinion.reject"));
            return id;
        });
        scene("application.refused", () -> {
            var id = assessed(elders, "variant.refused");
            cases.departments(elders).forEach(it -> cases.decide(elders, id, it, false, Map.of()));
            return id;
        });
        scene(
                "application.withdrawn",
                () -> moved(elders, "variant.withdrawn", elders.partner(), "WITHDRAW", "withdraw"));
    }

    private String submittedCase(Scenario it, String variant) {
        var id = cases.draft(it, words.of(variant));
        cases.submit(it, id);
        return id;
    }

    private String forwarded(Scenario it, String variant) {
        var id = submittedCase(it, variant);
        cases.forward(id);
        return id;
    }

    private String assessed(Scenario it, String variant) {
        var id = forwarded(it, variant);
        cases.assess(id);
        return id;
    }

    private String moved(Scenario it, String variant, String username, String step, String opinion) {
        var id = submittedCase(it, variant);
        cases.move(id, username, step, words.of("opinion." + opinion));
        return id;
    }

    /// Cases that began on earlier days, played on those days: one that is late, one that is due today, one
    /// that is due on the next working day, and an agreement whose term is over.
    private void earlierDays() {
        var credit = district.scenario(CREDIT);
        var parking = district.scenario(PARKING);
        var elders = district.scenario(ELDERS);
        scene("past.overdue", () -> cast.daysAgo(past.overdue(), () -> submittedCase(credit, "variant.overdue")));
        scene("past.today", () -> cast.daysAgo(past.dueToday(), () -> forwarded(elders, "variant.today")));
        scene("past.soon", () -> cast.daysAgo(past.dueSoon(), () -> assessed(parking, "variant.soon")));
        scene(
                "past.expired",
                () -> cast.daysAgo(Cases.LONG_AGO, () -> {
                    var agreement = cases.granted(parking, words.of("variant.expired"), Map.of());
                    cases.signAll(agreement, parking);
                    return agreement;
                }));
    }

    /// One agreement that waits for its heads, and one that waits for signatures.
    private void agreements() {
        var parking = district.scenario(PARKING);
        var credit = district.scenario(CREDIT);
        scene("agreement.draft", () -> cases.granted(parking, words.of("variant.draft"), Map.of()));
        scene("agreement.signing", () -> {
            var agreement = cases.granted(credit, words.of("variant.signing"), Map.of());
            cases.fill(agreement);
            cases.sign(agreement, Cases.OPERATOR);
            cases.sign(agreement, credit.partner());
            return agreement;
        });
        scene("agreement.partner", () -> {
            var agreement = cases.granted(district.scenario(ELDERS), words.of("variant.signing"), Map.of());
            cases.fill(agreement);
            cases.sign(agreement, Cases.OPERATOR);
            return agreement;
        });
    }

    /// The story itself: a workspace in use, with a condition of a department on the grant, answers in each
    /// lane, and releases in each stage.
    private void elders(Bringing bringing) {
        var it = district.scenario(ELDERS);
        scene("elders", () -> {
            var agreement = cases.granted(it, "", Map.of("elders", List.of("sex")));
            var workspace = cases.inForce(agreement, it);
            var runs = new ArrayList<String>();
            for (var query : it.queries()) {
                var id = bench.run(workspace, it, query);
                if (query.allowed() && query.lane().name().equals("REVIEWED")) {
                    runs.add(id);
                }
            }
            released(bench.ask(runs.getFirst(), it, "release.purpose.report"), it);
            bench.ask(runs.getLast(), it, "release.purpose.model");
            copying.waiting(workspace, it);
            bringing.members(workspace, it.partner());
            return workspace;
        });
    }

    private void released(String release, Scenario it) {
        bench.move(release, Cases.OPERATOR, "FORWARD", "opinion.release.forward");
        bench.approve(release);
        bench.fetch(release, it);
    }

    /// A workspace that the authority has suspended, with a release that waits for it.
    private void credit() {
        var it = district.scenario(CREDIT);
        scene("credit", () -> {
            var agreement = cases.granted(it, words.of("variant.suspended"), Map.of());
            var workspace = cases.inForce(agreement, it);
            bench.run(workspace, it, it.query("by_industry"));
            var release = bench.ask(bench.run(workspace, it, it.query("rent_by_use")), it, "release.purpose.report");
            bench.move(release, Cases.OPERATOR, "FORWARD", "opinion.release.forward");
            copying.leaked(workspace, it);
            bench.suspend(workspace);
            return workspace;
        });
    }

    /// A workspace without personal data, with a release that was refused and one that was approved; and one
    /// that has ended.
    private void parking() {
        var it = district.scenario(PARKING);
        scene("parking", () -> {
            var workspace = cases.inForce(cases.granted(it, "", Map.of()), it);
            var refused = bench.ask(bench.run(workspace, it, it.query("busiest")), it, "release.purpose.press");
            bench.move(refused, Cases.OPERATOR, "REFUSE", "opinion.release.refuse");
            var approved = bench.ask(bench.run(workspace, it, it.query("by_street")), it, "release.purpose.report");
            bench.move(approved, Cases.OPERATOR, "FORWARD", "opinion.release.forward");
            bench.approve(approved);
            return workspace;
        });
        scene("parking.ended", () -> {
            var workspace = cases.inForce(cases.granted(it, words.of("variant.terminated"), Map.of()), it);
            bench.terminate(workspace);
            return workspace;
        });
    }
}
