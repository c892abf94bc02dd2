package org.mingqu.enclave.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.mingqu.warrant.ColumnClass;

/// The dictionaries of detection, from resources.
final class Words {

    static final String SURNAMES = text("surnames.txt").strip();
    private static final Map<String, Proposal> PROPOSALS = proposals();

    private Words() {}

    /// What a detector proposes.
    ///
    /// @param names words that speak for it in a column's name, lower case
    record Proposal(ColumnClass columnClass, int grade, List<String> names) {

        boolean isNamedIn(String column) {
            var lower = column.toLowerCase(Locale.ROOT);
            return names.stream().anyMatch(lower::contains);
        }
    }

    static Proposal of(String detector) {
        var proposal = PROPOSALS.get(detector);
        if (proposal == null) {
            throw new IllegalArgumentException("no detector " + detector);
        }
        return proposal;
    }

    private static Map<String, Proposal> proposals() {
        var properties = new Properties();
        try (var reader = new InputStreamReader(open("detectors.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var map = new HashMap<String, Proposal>();
        for (var detector : properties.stringPropertyNames()) {
            var parts = properties.getProperty(detector).split("\\|", -1);
            map.put(
                    detector,
                    new Proposal(
                            ColumnClass.valueOf(parts[0]),
                            Integer.parseInt(parts[1]),
                            Arrays.asList(parts[2].split(",", -1))));
        }
        return map;
    }

    private static String text(String resource) {
        try (var in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        var in = Words.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the resource " + resource + " is missing");
        }
        return in;
    }
}
