package org.mingqu.enclave.intake;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.DetectedColumn;

/// Proposes type, class and grade of a column from a sample of its values and its name, and says with what
/// evidence.
final class Detection {

    private static final double WITH_NAME = 0.5;
    private static final int FEW = 60;

    private Detection() {}

    /// @param values of the sample, stripped, without empty ones
    static DetectedColumn of(String name, List<String> values) {
        var profile = new Profile(values);
        var detector = detector(name, profile);
        var type = isTextual(detector) ? ColumnType.TEXT : profile.type();
        var scale = type == ColumnType.DECIMAL ? profile.scale() : type == ColumnType.DOUBLE ? 2 : 0;
        var proposal = Words.of(detector);
        var matching = Profile.detectorNames().contains(detector) ? profile.matching(detector) : profile.checked();
        var evidence = new DetectedColumn.Evidence(matching, profile.checked());
        var isMeasure = type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.DOUBLE;
        var upper = isMeasure ? bound(values, scale, true) : null;
        var lower = isMeasure ? bound(values, scale, false) : null;
        return new DetectedColumn(
                name, name, type, scale, proposal.columnClass(), proposal.grade(), detector, evidence, lower, upper);
    }

    private static boolean isTextual(String detector) {
        return Profile.detectorNames().contains(detector) || detector.equals("CODE") || detector.equals("FREE_TEXT");
    }

    private static String detector(String name, Profile profile) {
        for (var detector : Profile.detectorNames()) {
            var share = profile.share(detector);
            var named = Words.of(detector).isNamedIn(name);
            var alone = !detector.equals("PERSON_NAME") || profile.distinct() > FEW;
            if (profile.checked() > 0 && ((share >= Profile.ENOUGH && alone) || (named && share >= WITH_NAME))) {
                return detector;
            }
        }
        return byType(name, profile);
    }

    private static String byType(String name, Profile profile) {
        return switch (profile.type()) {
            case DATE, TIMESTAMP -> Words.of("BIRTH_DATE").isNamedIn(name) ? "BIRTH_DATE" : "DATE";
            case DECIMAL, DOUBLE -> Words.of("AMOUNT").isNamedIn(name) ? "AMOUNT" : "QUANTITY";
            case INTEGER -> integer(name, profile);
            case BOOLEAN -> "CATEGORY";
            case TEXT -> text(name, profile);
        };
    }

    private static String integer(String name, Profile profile) {
        if (Words.of("AMOUNT").isNamedIn(name)) {
            return "AMOUNT";
        }
        var unique = profile.distinct() == profile.checked() && profile.checked() > FEW;
        return unique && Words.of("CODE").isNamedIn(name) ? "CODE" : "QUANTITY";
    }

    private static String text(String name, Profile profile) {
        if (Words.of("ADDRESS").isNamedIn(name)) {
            return "ADDRESS";
        }
        if (Words.of("FREE_TEXT").isNamedIn(name)) {
            return "FREE_TEXT";
        }
        if (profile.distinct() <= FEW && profile.averageLength() < 20) {
            return "CATEGORY";
        }
        var codeLike = profile.values().stream().allMatch(value -> value.matches("[A-Za-z0-9_/-]{3,40}"));
        if (codeLike || (Words.of("CODE").isNamedIn(name) && profile.averageLength() < 30)) {
            return "CODE";
        }
        return profile.averageLength() >= 12 ? "FREE_TEXT" : "CATEGORY";
    }

    /// The 99th percentile rounded away from zero to 1, 2 or 5 times a power of ten, so that it is nobody's
    /// value; 0 for the side of zero on which there is nothing.
    private static @Nullable Long bound(List<String> values, int scale, boolean above) {
        var sizes = values.stream()
                .filter(value -> value.matches("[+-]?[0-9]{1,15}(?:\\.[0-9]+)?"))
                .map(value -> new BigDecimal(value).movePointRight(scale).longValue())
                .filter(value -> above ? value > 0 : value < 0)
                .map(Math::abs)
                .sorted()
                .toList();
        if (sizes.isEmpty()) {
            return 0L;
        }
        var size = Coarse.up(sizes.get((int) ((sizes.size() - 1) * 0.99)));
        return above ? size : -size;
    }
}
