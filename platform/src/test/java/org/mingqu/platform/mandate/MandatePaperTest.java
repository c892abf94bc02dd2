package org.mingqu.platform.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.Guest;
import org.mingqu.platform.Paper;
import org.mingqu.platform.parties.Role;

@DisplayName("Articles 12 and 13 on paper: the signed text, its ten heads, both signatures, and a code to check it by")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MandatePaperTest extends MandateStreet {

    private String operator() {
        return newcomer("运营" + UUID.randomUUID().toString().substring(0, 8), "COMPANY", Role.OPERATOR);
    }

    private Guest.Reply paper(String username, String id, String more) {
        return as(username).post("/api/mandates/%s/paper%s".formatted(id, more), "{}");
    }

    @Test
    void each_party_gets_the_ten_heads_both_signatures_and_the_sm3_that_they_are_for() throws IOException {
        var operator = operator();
        var id = inForce(operator);
        var now = read(operator, id);

        var printed = paper(operator, id, "");

        try (var pdf = Paper.open(printed)) {
            Paper.mustCarryItsTypeface(pdf);
        }
        var text = Paper.running(printed);
        assertThat(text)
                .contains(now.required("number").asString(), now.required("sm3").asString())
                .contains("公共数据授权运营协议", "一、授权主体和对象", "四、授权应用范围", "十、不可抗力")
                .contains("原始数据不出域", "甲方(授权主体)", "乙方(授权对象)")
                .contains(Paper.code(printed));
        for (var party : now.required("parties")) {
            assertThat(text)
                    .contains(
                            party.required("party").required("name").asString().replaceAll("（.*", ""),
                            party.required("signedBy").asString(),
                            party.required("seal").required("keyId").asString(),
                            party.required("signature").asString());
        }
        assertThat(paper("shuju", id, "").status()).isEqualTo(201);
    }

    @Test
    void anybody_with_the_code_checks_a_copy_and_its_issue_is_in_the_evidence() {
        var operator = operator();
        var id = inForce(operator);
        var printed = paper(operator, id, "");
        var code = Paper.code(printed);

        var told = nobody().get("/api/issued/" + code);
        assertThat(told.text("kind")).isEqualTo("mandate");
        assertThat(told.text("number"))
                .isEqualTo(read(operator, id).required("number").asString());
        var same = nobody().attach(
                        "/api/issued/%s/comparison".formatted(code),
                        printed.whole().body());
        assertThat(same.body().required("same").asBoolean()).isTrue();
        var file = read(operator, id).required("caseId").asString();
        var entries = as("shuju")
                .get("/api/evidence?case=%s&q=%s".formatted(file, code))
                .body()
                .required("items");
        assertThat(entries.findValuesAsString("act")).containsExactly("document-issued");
    }

    @Test
    void what_not_both_have_signed_has_no_paper() {
        var operator = operator();
        var id = selected(operator);

        assertThat(paper(operator, id, "").problem()).isEqualTo("mandate-not-signed");
        ok(sign(operator, id), 200);
        var half = paper("shuju", id, "");
        assertThat(half.status()).isEqualTo(409);
        assertThat(half.text("article")).isEqualTo("12");
        assertThat(half.body().required("open").get(0).asString()).isEqualTo("SIGN");
    }

    @Test
    void every_edition_stays_on_paper_and_what_is_being_amended_is_none() throws IOException {
        var operator = operator();
        var id = inForce(operator);
        ok(move(operator, id, "AMEND"), 200);
        ok(fill(operator, id, "SCOPE", "限于夜间值守场景"), 200);
        assertThat(Paper.running(paper(operator, id, ""))).doesNotContain("限于夜间值守场景");

        ok(sign(operator, id), 200);
        ok(sign("shuju", id), 200);

        assertThat(Paper.running(paper(operator, id, ""))).contains("限于夜间值守场景");
        assertThat(Paper.running(paper(operator, id, "?edition=1"))).doesNotContain("限于夜间值守场景");
        assertThat(paper(operator, id, "?edition=9").status()).isEqualTo(404);
    }

    @Test
    void a_stranger_gets_none() {
        var id = inForce(operator());

        for (var stranger : java.util.List.of("yunying", "kangning", "minzheng", "wangxin")) {
            assertThat(paper(stranger, id, "").status()).as(stranger).isEqualTo(404);
        }
        assertThat(nobody().post("/api/mandates/%s/paper".formatted(id), "{}").status())
                .isEqualTo(401);
    }
}
