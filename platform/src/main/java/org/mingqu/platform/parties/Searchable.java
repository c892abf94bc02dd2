package org.mingqu.platform.parties;

import java.util.List;
import java.util.Locale;

/// What a room has that people search for. Each room answers with what the person may see, and nothing else.
public interface Searchable {

    /// The group under which it is shown.
    Group group();

    /// What is found, the likeliest first.
    ///
    /// @param text stripped and not empty; upper and lower case are the same
    /// @param most how many are asked for
    List<Found> search(String text, int most, Actor actor);

    /// The groups, in the order in which they are shown.
    enum Group {
        CASES,
        RESOURCES,
        DEMANDS,
        PRODUCTS,
        AGREEMENTS,
        ORGANISATIONS,
        DOCUMENTS,
        NOTICES
    }

    /// One thing that was found.
    ///
    /// @param note what tells it from others of that title: a number, a department
    /// @param path of its page
    record Found(String title, String note, String path) {}

    /// Whether one of the texts has the searched one in it.
    static boolean has(String text, String... in) {
        var wanted = text.toLowerCase(Locale.ROOT);
        for (var it : in) {
            if (it.toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}
