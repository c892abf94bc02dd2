package org.mingqu.district;

import java.sql.Connection;
import java.sql.SQLException;

/// The housing department's own database.
final class HousingDatabase {
    HousingDatabase(long seed, Scale scale) {}

    long fill(Connection postgres) throws SQLException {
        throw new SQLException("not yet");
    }
}
