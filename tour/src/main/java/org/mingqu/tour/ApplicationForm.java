package org.mingqu.tour;

import static org.mingqu.tour.Person.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/// The form of the story's application: rents and dwellings, for steadier lets. Fictional.
final class ApplicationForm {

    /// The column that the housing department does not let out after all.
    static final String DROPPED = "起租日";

    /// The column that it lets out only coarser.
    static final String COARSER = "到期日";

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "leases", List.of("统一社会信用代码", "街道", "用途", "面积", "月租金", DROPPED, COARSER),
            "dwellings", List.of("household_no", "street", "community", "area", "rooms", "built_year", "use"),
            "lease_contract", List.of("tenant_id", "street", "community", "area", "monthly_rent", "starts_on"),
            "households", List.of("household_no", "members", "elders", "dwelling", "street", "community"));

    private ApplicationForm() {}

    static ObjectNode of(Stage stage, int version, String title, List<Loaded> resources) {
        var words = stage.words();
        var form = form().put("version", version);
        form.putObject("scenario")
                .put("title", title)
                .put("kind", "PUBLIC_WELFARE")
                .put("purpose", words.of("scenario.purpose"))
                .put("users", words.of("scenario.users"))
                .put("outputs", words.of("scenario.outputs"))
                .put("method", words.of("scenario.method"))
                .put("call", "WORKBENCH")
                .put("frequency", words.of("scenario.frequency"))
                .put("benefit", words.of("scenario.benefit"))
                .put("risk", words.of("scenario.risk"))
                .put("until", stage.today().plusDays(stage.useDays()).toString());
        var items = form.putArray("items");
        for (var it : resources) {
            var item = items.addObject().put("resource", it.id()).put("necessity", words.of("necessity"));
            var columns = item.putArray("columns");
            var reasons = item.putObject("reasons");
            for (var column : Objects.requireNonNull(COLUMNS.get(it.as().key()))) {
                columns.add(column);
                reasons.put(column, words.of("necessity"));
            }
        }
        return form;
    }
}
