package org.mingqu.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DistrictTest {

    final District district = District.demonstration();

    @Test
    void every_role_has_somebody_and_the_issue_s_numbers_are_met() {
        var count = district.people().stream().collect(Collectors.groupingBy(Account::role, Collectors.counting()));

        assertThat(count.keySet()).containsExactlyInAnyOrder(Role.values());
        assertThat(count).containsEntry(Role.EXPERT, 4L).containsEntry(Role.SUBJECT, 3L);
        // Three who work, one who applies, one who has left, and a former operator.
        assertThat(count.get(Role.PARTNER)).isGreaterThanOrEqualTo(3);
        assertThat(district.organisations().stream().filter(it -> it.role() == Role.SOURCE))
                .hasSize(6);
        assertThat(district.organisations().stream()
                        .filter(it -> it.role() == Role.PARTNER && it.kind() == Organisation.Kind.NATURAL_PERSON))
                .hasSize(1);
    }

    @Test
    void usernames_and_keys_are_used_once_and_refer_to_what_exists() {
        assertThat(district.people()).extracting(Account::username).doesNotHaveDuplicates();
        assertThat(district.organisations()).extracting(Organisation::key).doesNotHaveDuplicates();
        assertThat(district.people()).allSatisfy(it -> district.organisation(it.organisation()));
        assertThat(district.resources()).allSatisfy(it -> {
            assertThat(district.organisation(it.department()).role()).isEqualTo(Role.SOURCE);
            assertThat(district.people()).extracting(Account::username).contains(it.contact());
        });
        assertThat(district.resources().stream().map(Resource::department).distinct())
                .hasSize(6);
    }

    @Test
    void every_organisation_is_marked_and_has_a_valid_fictional_code() {
        assertThat(district.organisations()).allSatisfy(it -> {
            assertThat(it.name()).endsWith("（演示）");
            if (it.kind() == Organisation.Kind.NATURAL_PERSON) {
                assertThat(it.creditCode()).isNull();
            } else {
                assertThat(it.creditCode()).hasSize(18).contains(Codes.REGION);
                assertThat(it.creditCode().charAt(17))
                        .isEqualTo(Codes.creditCheck(it.creditCode().substring(0, 17)));
            }
        });
        assertThat(district.organisations().stream()
                        .map(Organisation::creditCode)
                        .filter(it -> it != null))
                .doesNotHaveDuplicates();
    }

    @Test
    void whoever_approves_or_administers_needs_a_second_factor() {
        assertThat(district.people().stream()
                        .filter(it -> !it.needsSecondFactor())
                        .map(Account::role)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Role.PARTNER,
                        Role.CITY,
                        Role.EXPERT,
                        Role.ASSESSOR,
                        Role.SECURITY_REGULATOR,
                        Role.MARKET_REGULATOR,
                        Role.SUBJECT);
    }

    @Test
    void a_resource_names_its_subject_and_its_keys_among_its_columns() {
        assertThat(district.resources()).allSatisfy(it -> {
            assertThat(it.columns())
                    .extracting(Column::name)
                    .doesNotHaveDuplicates()
                    .containsAll(it.uniqueBy());
            if (it.subjectKind() == SubjectKind.NONE) {
                assertThat(it.subject()).isNull();
                assertThat(it.columns())
                        .allSatisfy(column -> assertThat(column.grade()).isEqualTo(1));
            } else {
                assertThat(it.column(it.subject()).columnClass()).isEqualTo(ColumnClass.IDENTIFIER);
                assertThat(it.maxRowsPerSubject()).isPositive();
            }
        });
    }

    @Test
    void a_scenario_asks_for_columns_that_exist_and_parking_for_no_personal_ones() {
        var kinds = new HashSet<Scenario.Kind>();
        for (var scenario : district.scenarios()) {
            kinds.add(scenario.kind());
            for (var item : scenario.items()) {
                assertThat(item.columns())
                        .allSatisfy(it -> district.resource(item.resource()).column(it));
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder(Scenario.Kind.values());
        assertThat(district.scenario("parking_heat").items())
                .allSatisfy(it -> assertThat(district.resource(it.resource()).subjectKind())
                        .isEqualTo(SubjectKind.NONE));
    }

    @Test
    void what_is_not_there_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> district.resource("roads"))
                .withMessage("the district has no resource called roads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> district.write(java.nio.file.Path.of("unused"), Scale.SMALL, java.util.List.of("x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scale(1000, 300, 1000, 1, 1, 1))
                .withMessageContaining("300 metered households");
    }
}
