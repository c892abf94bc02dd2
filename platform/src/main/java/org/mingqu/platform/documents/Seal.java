package org.mingqu.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The picture of an organisation's round seal: its name along the arc, a star in the middle. It is a picture and no
/// signature; that a document is genuine shows by its code.
final class Seal {

    /// The arc leaves the lower third open.
    private static final double ARC_DEGREES = 250;

    private static final int RADIUS_TENTHS_OF_MM = 152;
    private static final int MIDDLE_TENTHS_OF_MM = 190;
    private static final int LONGEST_NAME = 24;

    private Seal() {}

    /// Each character, and where it stands, as CSS: `text` and `style`.
    static List<Map<String, String>> of(String organisation) {
        var name = organisation.replaceAll("（.*?）|\\(.*?\\)", "").strip();
        var letters = name.codePoints().limit(LONGEST_NAME).mapToObj(Character::toString).toList();
        var marks = new ArrayList<Map<String, String>>();
        var step = letters.size() > 1 ? ARC_DEGREES / (letters.size() - 1) : 0;
        for (var i = 0; i < letters.size(); i++) {
            var degrees = letters.size() > 1 ? i * step - ARC_DEGREES / 2 : 0;
            marks.add(Map.of("text", letters.get(i), "style", style(degrees)));
        }
        return marks;
    }

    private static String style(double degrees) {
        var radians = Math.toRadians(degrees);
        var left = MIDDLE_TENTHS_OF_MM + RADIUS_TENTHS_OF_MM * Math.sin(radians);
        var top = MIDDLE_TENTHS_OF_MM - RADIUS_TENTHS_OF_MM * Math.cos(radians);
        return String.format(
                Locale.ROOT, "left: %.2fmm; top: %.2fmm; transform: rotate(%.1fdeg)", left / 10, top / 10, degrees);
    }
}
