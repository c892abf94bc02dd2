package org.mingqu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingqu.district.District;
import org.mingqu.district.Scenario;
import org.mingqu.district.StoryQuery;
import org.mingqu.guard.Guard;
import org.mingqu.guard.Lane;
import org.mingqu.guard.Verdict;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryQueriesTest {

    static final District DISTRICT = District.demonstration();
    static final Guard GUARD = new Guard();

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("queries")
    void the_guard_allows_what_the_story_may_ask_and_refuses_what_it_may_not(
            String scenarioKey, String queryKey, Scenario scenario, StoryQuery query) {
        var verdict = GUARD.judge(
                query.sql(),
                StoryGrants.of(DISTRICT, scenario),
                Lane.valueOf(query.lane().name()));

        assertThat(verdict).isInstanceOf(query.allowed() ? Verdict.Allowed.class : Verdict.Refused.class);
    }

    static Stream<Arguments> queries() {
        return DISTRICT.scenarios().stream()
                .flatMap(scenario -> scenario.queries().stream()
                        .map(query -> Arguments.of(scenario.key(), query.key(), scenario, query)));
    }
}
