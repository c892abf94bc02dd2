package org.mingqu.platform.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The departments' own systems, played by a process that writes what they would export and then ends.
final class DepartmentSystems {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final long LONGEST_MINUTES = 20;

    private final Path directory;
    private final String scale;

    /// Systems that write into a directory.
    ///
    /// @param scale SMALL, TENTH or FULL
    DepartmentSystems(Path directory, String scale) {
        this.directory = directory;
        this.scale = scale;
    }

    /// Writes the file of a resource.
    ///
    /// @param origin its name
    Path export(String resource, String origin) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(List.of("files", directory.toAbsolutePath().toString(), scale, resource));
        return directory.resolve(origin);
    }

    /// Writes the members of a partner's club, as its own system would.
    Path members() {
        run(List.of("members", directory.toAbsolutePath().toString(), scale));
        return directory.resolve(Members.FILE);
    }

    /// Fills the housing department's database.
    void fillHousing(String url, String user, String password) {
        run(List.of("housing", scale, url, user, password));
    }

    private void run(List<String> arguments) {
        try {
            var log = Files.createDirectories(directory).resolve("district.log");
            var process = new ProcessBuilder(command(arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new SceneFailed("the files of the demonstration are not written in time");
            }
            if (process.exitValue() != 0) {
                throw new SceneFailed("the files of the demonstration cannot be written: see " + log.getFileName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SceneFailed("interrupted while the files of the demonstration were written");
        }
    }

    /// The same program again, with another beginning: inside the packed jar its launcher must find it.
    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        var packed = ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
        if (packed) {
            command.add("-Dloader.main=" + DistrictFiles.class.getName());
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(packed ? LAUNCHER : DistrictFiles.class.getName());
        command.addAll(arguments);
        return command;
    }
}
