package org.mingqu.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.district.District;
import org.mingqu.district.Scale;
import org.mingqu.platform.OnTheStreet;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.workspace.DataUses;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Article 20: a subject who withdraws consent is out of the next result")
@DisplayNameGeneration(ReplaceUnderscores.class)
class Article20ConsentTest extends OnTheStreet {

    private static final String TITLE = "独居老人用水用电异常预警";

    /// With Li, well above the group threshold of this data.
    private static final int OTHERS = 30;

    @TempDir
    Path folder;

    @Autowired
    Authorisations authorisations;

    @Autowired
    DataUses uses;

    @Autowired
    Domain domain;

    private static int asked;
    private static boolean othersHave;

    private static synchronized int different() {
        return ++asked;
    }

    private String workspace() {
        return workspace("kangning", TITLE);
    }

    private String ground() {
        return "/api/rights/grounds/%s/%s/consent".formatted(workspace(), resource("elders"));
    }

    @BeforeEach
    void they_have_proven_who_they_are() {
        as("lixiulan").post("/api/demonstration/identity", "{}");
        as("zhaomingyuan").post("/api/demonstration/identity", "{}");
    }

    @AfterEach
    void the_ground_is_as_it_was() {
        as("minzheng").delete(ground());
    }

    /// How many elders an exact result counts, as its reviewer reads it.
    private long counted() {
        var sql = "select count(*) as n, %d as asked from elders".formatted(different());
        var run = ran("kangning", workspace(), "{\"sql\": \"%s\", \"lane\": \"REVIEWED\"}".formatted(sql));
        assertThat(run.text("state")).as("%s", run).isEqualTo("DONE");
        var release = as("kangning")
                .post("/api/releases", "{\"run\": \"%s\", \"purpose\": \"a count\"}".formatted(run.text("id")));
        assertThat(release.status()).as("%s", release).isEqualTo(201);
        var rows = as("yunying")
                .get("/api/releases/" + release.text("id"))
                .body()
                .required("result")
                .required("rows");
        assertThat(rows).as("%s", rows).hasSize(1);
        return rows.get(0).get(0).asLong();
    }

    /// Others of the district authorise the workspace, each under an identity of their own.
    private void othersAuthorise() throws IOException {
        if (othersHave) {
            return;
        }
        othersHave = true;
        var file = District.demonstration()
                .write(folder, Scale.SMALL, List.of("elders"))
                .getFirst()
                .path();
        var numbers = Files.readAllLines(file).stream()
                .skip(1)
                .map(it -> it.split(",")[0])
                .filter(it -> it.length() == 18 && !it.equals(OwnRegister.LI) && !it.equals(OwnRegister.ZHAO))
                .distinct()
                .limit(OTHERS)
                .toList();
        var table = uses.open(List.of(UUID.fromString(resource("elders")))).stream()
                .filter(it -> it.workspace().toString().equals(workspace()))
                .findFirst()
                .orElseThrow();
        for (var number : numbers) {
            var actor = new Actor(UUID.randomUUID(), "x", UUID.randomUUID(), "x", Role.SUBJECT);
            var token =
                    domain.order(Use.by(actor), new Order.IdentifySubject("person", number), Answer.SubjectToken.class);
            var identity =
                    new Identity(actor.organisation(), "person", token.subject(), "test", java.time.Instant.EPOCH);
            authorisations.give(table, LocalDate.now().plusDays(30), identity, actor);
        }
    }

    private String authorised(LocalDate until) {
        return authorised("lixiulan", until);
    }

    private String authorised(String username, LocalDate until) {
        var reply = as(username)
                .post(
                        "/api/rights/authorisations",
                        "{\"workspace\": \"%s\", \"until\": \"%s\"}".formatted(workspace(), until));
        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        return reply.text("id");
    }

    @Test
    void withdrawn_consent_holds_from_the_next_query_and_giving_it_again_too() throws IOException {
        var everybody = counted();
        assertThat(as("minzheng").put(ground(), "{}").status()).isEqualTo(204);
        othersAuthorise();

        var without = counted();
        var id = authorised(LocalDate.now().plusDays(30));
        var with = counted();
        assertThat(as("lixiulan").delete("/api/rights/authorisations/" + id).status())
                .isEqualTo(204);
        var withdrawn = counted();
        assertThat(as("minzheng").delete(ground()).status()).isEqualTo(204);

        assertThat(everybody).isGreaterThan(100);
        assertThat(without).as("only those who have consented").isEqualTo(OTHERS);
        assertThat(with).isEqualTo(OTHERS + 1);
        assertThat(withdrawn).as("out of the next result").isEqualTo(OTHERS);
        assertThat(counted()).as("consent is demanded no more").isEqualTo(everybody);
    }

    @Test
    void an_upheld_objection_holds_the_rows_back_from_the_next_query_on() throws IOException {
        // Among those who consent, as a count of all but one would be withheld for its difference from earlier
        // releases.
        assertThat(as("minzheng").put(ground(), "{}").status()).isEqualTo(204);
        othersAuthorise();
        authorised("zhaomingyuan", LocalDate.now().plusDays(30));
        var before = counted();
        assertThat(before).isEqualTo(OTHERS + 1);
        var request = as("zhaomingyuan")
                .post(
                        "/api/rights/requests",
                        "{\"kind\": \"OBJECTION\", \"resource\": \"%s\", \"wish\": \"CORRECT\", \"reason\": \"wrong\"}"
                                .formatted(resource("elders")));
        assertThat(request.status()).as("%s", request).isEqualTo(201);
        assertThat(counted()).as("an objection that is not decided").isEqualTo(before);

        as("minzheng")
                .post(
                        "/api/rights/requests/%s/moves".formatted(request.text("id")),
                        "{\"version\": 1, \"step\": \"UPHOLD\", \"opinion\": \"it is so\"}");

        assertThat(counted()).isEqualTo(before - 1);
    }

    @Test
    void an_authorisation_is_for_its_term_and_its_scenario_and_by_the_person_alone() {
        var path = "/api/rights/authorisations";
        var form = "{\"workspace\": \"%s\", \"until\": \"%s\"}";

        assertThat(as("lixiulan")
                        .post(path, form.formatted(workspace(), LocalDate.now().minusDays(1)))
                        .status())
                .as("a term that is over")
                .isEqualTo(422);
        assertThat(as("lixiulan")
                        .post(path, form.formatted(workspace(), LocalDate.now().plusYears(9)))
                        .status())
                .as("a term beyond the agreement")
                .isEqualTo(422);
        assertThat(as("lixiulan")
                        .post(
                                path,
                                form.formatted(
                                        workspace("tangyibo", "停车泊位热力"),
                                        LocalDate.now().plusDays(3)))
                        .status())
                .as("a scenario that uses none of the person's data")
                .isEqualTo(404);
        var id = authorised(LocalDate.now().plusDays(3));
        assertThat(as("zhaomingyuan").delete(path + "/" + id).status())
                .as("another's")
                .isEqualTo(404);
        assertThat(as("lixiulan").delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(as("kangning").put(ground(), "{}").status()).as("the user's").isEqualTo(403);
        assertThat(as("shuiwu").put(ground(), "{}").status())
                .as("another department's")
                .isEqualTo(404);
    }
}
