package org.mingqu.district;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HousingDatabaseTest {

    @Test
    void the_housing_department_s_own_database_holds_contracts_some_of_them_twice() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var district = District.demonstration();

            var rows = district.fillHousingDatabase(connection, Scale.SMALL);
            var again = district.fillHousingDatabase(connection, Scale.SMALL);

            assertThat(again).isEqualTo(rows);
            var counted = statement.executeQuery(
                    "select count(*), count(distinct contract_no), count(distinct tenant_id) from housing.lease_contract");
            counted.next();
            assertThat(counted.getLong(1)).isEqualTo(rows);
            assertThat(counted.getLong(2))
                    .isEqualTo(Scale.SMALL.housingContracts())
                    .isLessThan(rows);
            assertThat(counted.getLong(3)).isEqualTo(Scale.SMALL.housingContracts());
        }
    }
}
