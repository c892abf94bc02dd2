package org.mingqu.platform.mandate;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What was added to a text and what was taken out of it.
///
/// The smallest thing that is compared is a Latin word, a number, or one other character: Chinese has no spaces between
/// words.
final class Redline {

    private static final Pattern TOKEN = Pattern.compile("[\\p{IsLatin}]+|\\d+|\\s+|.", Pattern.DOTALL);

    private Redline() {}

    /// How a piece of text came about.
    enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    record Segment(Change change, String text) {}

    /// The pieces in reading order, what was removed before what came in its place.
    static List<Segment> between(String before, String after) {
        var old = tokens(before);
        var now = tokens(after);
        var segments = new ArrayList<Segment>();
        var at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            var source = delta.getSource();
            add(segments, Change.SAME, old.subList(at, source.getPosition()));
            add(segments, Change.REMOVED, source.getLines());
            add(segments, Change.ADDED, delta.getTarget().getLines());
            at = source.getPosition() + source.size();
        }
        add(segments, Change.SAME, old.subList(at, old.size()));
        return segments;
    }

    private static void add(List<Segment> segments, Change change, List<String> tokens) {
        if (!tokens.isEmpty()) {
            segments.add(new Segment(change, String.join("", tokens)));
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(it -> it.group()).toList();
    }
}
