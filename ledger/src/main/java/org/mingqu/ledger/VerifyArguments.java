package org.mingqu.ledger;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What the [command][Verify] was asked to do.
record VerifyArguments(
        Path target, List<Path> keys, List<Path> witnesses, boolean json, boolean strict, Locale locale) {

    /// Empty if the arguments are not such.
    static Optional<VerifyArguments> parse(Locale standard, String... args) {
        try {
            return read(standard, args);
        } catch (NoSuchElementException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Optional<VerifyArguments> read(Locale standard, String... args) {
        var targets = new ArrayList<Path>();
        var keys = new ArrayList<Path>();
        var witnesses = new ArrayList<Path>();
        var json = false;
        var strict = false;
        var locale = standard;
        var words = Arrays.asList(args)
                .subList(args.length > 0 && args[0].equals("verify") ? 1 : 0, args.length)
                .iterator();
        while (words.hasNext()) {
            var word = words.next();
            switch (word) {
                case "--key" -> keys.add(Path.of(words.next()));
                case "--witness" -> witnesses.add(Path.of(words.next()));
                case "--json" -> json = true;
                case "--strict" -> strict = true;
                case "--lang" -> locale = Locale.of(words.next());
                default -> {
                    if (word.startsWith("--")) {
                        return Optional.empty();
                    }
                    targets.add(Path.of(word));
                }
            }
        }
        if (targets.size() != 1 || keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VerifyArguments(targets.getFirst(), keys, witnesses, json, strict, locale));
    }
}
