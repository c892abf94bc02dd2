package org.mingqu.platform.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.mingqu.district.District;
import org.mingqu.district.Scale;

/// Writes the demonstration's files, and fills the housing department's own database. It runs as a process of
/// its own, as the departments' systems would: the platform never holds a row.
final class DistrictFiles {

    private static final int FILES = 3;

    private DistrictFiles() {}

    /// `files <directory> <scale> <resource>`, `members <directory> <scale>` or
    /// `housing <scale> <jdbc url> <user> <password>`.
    public static void main(String[] arguments) throws IOException, SQLException {
        var district = District.demonstration();
        if (arguments[0].equals("files")) {
            district.write(Path.of(arguments[1]), scale(arguments[2]), List.of(arguments[FILES]));
            return;
        }
        if (arguments[0].equals("members")) {
            Members.write(district, Path.of(arguments[1]), scale(arguments[2]));
            return;
        }
        try (var postgres = DriverManager.getConnection(arguments[2], arguments[3], arguments[4])) {
            district.fillHousingDatabase(postgres, scale(arguments[1]));
        }
    }

    static Scale scale(String name) {
        return switch (name) {
            case "SMALL" -> Scale.SMALL;
            case "TENTH" -> Scale.TENTH;
            case "FULL" -> Scale.FULL;
            default -> throw new IllegalArgumentException("no scale is called " + name);
        };
    }
}
