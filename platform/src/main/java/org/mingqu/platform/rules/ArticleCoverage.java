package org.mingqu.platform.rules;

import java.util.List;

/// What one room does about the articles of the Measures. Each room says it in a bean of its own; an article that
/// no room names has no software, and is shown so.
public interface ArticleCoverage {

    /// Every article that the room covers, once.
    List<Covered> covered();

    /// How a room covers an article.
    ///
    /// @param article of the Measures, `18`
    /// @param room that does it
    /// @param screens the addresses of pages that show it, without a host: `/duties`
    /// @param open what is not done yet, the overdue among it
    /// @param overdue what its last day has passed by
    /// @param done what has been done
    record Covered(String article, String room, List<String> screens, long open, long overdue, long done) {

        /// Pages that nothing can be open at.
        public static Covered shown(String article, String room, String... screens) {
            return new Covered(article, room, List.of(screens), 0, 0, 0);
        }
    }
}
