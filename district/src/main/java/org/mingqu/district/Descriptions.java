package org.mingqu.district;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What the district consists of, read from the files beside this class.
record Descriptions(
        List<Organisation> organisations, List<Account> people, List<Resource> resources, List<Scenario> scenarios) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Descriptions read() {
        return new Descriptions(
                readOrganisations(),
                List.of(parse("people.json", Account[].class)),
                List.of(parse("resources.json", Resource[].class)),
                readScenarios());
    }

    private static List<Organisation> readOrganisations() {
        var result = new ArrayList<Organisation>();
        for (var plain : parse("organisations.json", Organisation[].class)) {
            var kind = plain.kind();
            var code = switch (kind) {
                case DEPARTMENT -> "11";
                case INSTITUTION -> "12";
                case COMPANY -> "91";
                case NATURAL_PERSON -> null;
            };
            result.add(new Organisation(
                    plain.key(),
                    plain.name(),
                    plain.nameEn(),
                    kind,
                    plain.role(),
                    code == null || plain.creditCode() != null
                            ? plain.creditCode()
                            : Codes.creditCode(code, "MQ%06d".formatted(result.size() + 1))));
        }
        return List.copyOf(result);
    }

    private static List<Scenario> readScenarios() {
        var result = new ArrayList<Scenario>();
        for (var plain : parse("scenarios.json", ScenarioFile[].class)) {
            var queries = plain.queries().stream()
                    .map(it -> it.with(text("queries/%s/%s.sql".formatted(plain.key(), it.key()))
                            .strip()))
                    .toList();
            result.add(plain.with(queries));
        }
        return List.copyOf(result);
    }

    private static <T> T parse(String name, Class<T> type) {
        return JSON.readValue(text(name), type);
    }

    /// The text of a file beside this class.
    static String text(String name) {
        try (var in = Descriptions.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file %s is not in the module".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record QueryFile(String key, Lane lane, String title, String titleEn, boolean allowed, int epsilonMilli) {
        StoryQuery with(String sql) {
            return new StoryQuery(key, lane, title, titleEn, allowed, epsilonMilli, sql);
        }
    }

    private record ScenarioFile(
            String key,
            String title,
            String titleEn,
            Scenario.Kind kind,
            String partner,
            String purpose,
            String users,
            String outputs,
            String method,
            String frequency,
            String benefit,
            String risk,
            int days,
            List<Scenario.Item> items,
            List<QueryFile> queries) {
        Scenario with(List<StoryQuery> full) {
            // spotless:off
            return new Scenario(key, title, titleEn, kind, partner, purpose, users, outputs, method, frequency,
                    benefit, risk, days, items, full);
            // spotless:on
        }
    }
}
