package org.mingqu.tour;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the command line says.
///
/// @param url where the installation is
/// @param evidence its directory of evidence, to check the whole log; null where it cannot be reached
/// @param locale of what is printed
/// @param all whether three years are to be lived through, in an installation whose calendar is turned
record Options(URI url, @Nullable Path evidence, Locale locale, boolean all) {

    private static final String ALL = "--all";
    private static final String DEFAULT_URL = "http://localhost:8080";

    /// Reads the arguments; empty if they make no sense.
    static Optional<Options> parse(String... given) {
        var all = List.of(given).contains(ALL);
        var arguments = Stream.of(given).filter(it -> !it.equals(ALL)).toArray(String[]::new);
        var url = DEFAULT_URL;
        Path evidence = null;
        var locale = Locale.CHINESE;
        if (arguments.length % 2 != 0) {
            return Optional.empty();
        }
        for (var i = 0; i < arguments.length; i += 2) {
            var value = arguments[i + 1];
            switch (arguments[i]) {
                case "--url" -> url = value;
                case "--evidence" -> evidence = Path.of(value);
                case "--lang" -> locale = value.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
                default -> {
                    return Optional.empty();
                }
            }
        }
        try {
            return Optional.of(new Options(URI.create(url), evidence, locale, all));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
