package org.mingqu.platform.agreements;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingqu.platform.authorisation.ApplicationGranted;
import org.mingqu.platform.authorisation.ApplicationGranted.GrantedTable;
import org.mingqu.platform.web.Texts;
import org.springframework.stereotype.Component;

/// What of an agreement's heads follows from the application and the consents, as a draft for the parties to edit. What
/// they have to agree on between themselves (fees, liability, supervision, confidentiality) is left to them.
@Component
class HeadDrafts {

    /// An agreement is made in Chinese, whoever looks at it.
    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final Texts texts;

    HeadDrafts(Texts texts) {
        this.texts = texts;
    }

    Map<String, String> of(ApplicationGranted it, LocalDate from) {
        var scenario = it.scenario();
        var drafts = new LinkedHashMap<String, String>();
        drafts.put(
                "SCENARIO",
                text(
                        "SCENARIO",
                        Map.of(
                                "title", scenario.title(),
                                "purpose", scenario.purpose(),
                                "users", scenario.users(),
                                "outputs", scenario.outputs())));
        drafts.put("DATA_LIST", it.tables().stream().map(this::table).collect(Collectors.joining("\n")));
        drafts.put(
                "CALL_METHOD",
                text("CALL_METHOD", Map.of("method", scenario.method(), "frequency", scenario.frequency())));
        drafts.put(
                "PERIOD",
                text(
                        "PERIOD",
                        Map.of("from", from.toString(), "until", it.until().toString())));
        return drafts;
    }

    private String table(GrantedTable it) {
        var columns = it.columns().stream().map(column -> column(column, it)).toList();
        return text(
                "table",
                Map.of(
                        "title", it.title(),
                        "department", it.department().name(),
                        "columns", joined(columns)));
    }

    private String column(String name, GrantedTable it) {
        var mask = it.masks().get(name);
        return mask == null || mask.name().equals("NONE")
                ? name
                : text("masked", Map.of("column", name, "mask", text("mask." + mask.name(), Map.of())));
    }

    private String joined(List<String> names) {
        return String.join(text("comma", Map.of()), names);
    }

    private String text(String key, Map<String, String> parameters) {
        return texts.of("agreement.draft." + key, parameters, LANGUAGE);
    }
}
