package org.mingqu.enclave.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mingqu.warrant.EnclaveRefused;
import org.postgresql.PGConnection;

/// A department's own PostgreSQL table, as CSV.
///
/// @param url `jdbc:postgresql://host:port/database` and nothing more: parameters of the driver can load
///     classes
/// @param table `table` or `schema.table`
public record Pull(String url, String user, String password, String table) {

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://[A-Za-z0-9.:\\[\\]-]+(?::[0-9]+)?/[\\w-]+");
    private static final Pattern TABLE =
            Pattern.compile("(?U)[\\p{L}_][\\p{L}\\p{N}_]{0,62}(?:\\.[\\p{L}_][\\p{L}\\p{N}_]{0,62})?");
    private static final String SECONDS = "30";

    public Pull {
        if (!URL.matcher(url).matches()) {
            throw EnclaveRefused.of("pull-address", "5");
        }
        if (!TABLE.matcher(table).matches()) {
            throw EnclaveRefused.of("pull-table", "5");
        }
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return "Pull[" + url + " " + table + "]";
    }

    void copyTo(OutputStream out) throws IOException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("readOnly", "true");
        properties.setProperty("ApplicationName", "mingqu");
        var connected = false;
        try (var connection = DriverManager.getConnection(url, properties)) {
            connected = true;
            connection.setAutoCommit(false);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT * FROM \"%s\") TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')"
                                    .formatted(table.replace(".", "\".\"")),
                            out);
        } catch (SQLException e) {
            throw EnclaveRefused.of(connected ? "pull-failed" : "pull-connect", "5");
        }
    }
}
