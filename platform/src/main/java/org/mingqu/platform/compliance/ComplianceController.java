package org.mingqu.platform.compliance;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.ArticleEvidence;
import org.mingqu.platform.rules.ArticleCoverage;
import org.mingqu.platform.rules.ArticleCoverage.Covered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/measures`: the Measures article by article, as they are kept here. Numbers and addresses, nobody's names.
@RestController
@RequestMapping("/api/measures")
class ComplianceController {

    private static final int ARTICLES = 41;

    private final List<ArticleCoverage> rooms;
    private final ArticleEvidence evidence;

    ComplianceController(List<ArticleCoverage> rooms, ArticleEvidence evidence) {
        this.rooms = rooms;
        this.evidence = evidence;
    }

    /// How an article stands.
    enum ArticleState {
        /// Nothing in this installation covers it.
        NO_SOFTWARE,
        /// Covered, and nothing was done by it yet.
        UNUSED,
        IN_USE,
        OVERDUE
    }

    /// An article with what is done by it.
    ///
    /// @param entries in the evidence that name the article
    /// @param lastAt when the last of them was written; null if there is none
    record ArticleLine(
            int article,
            ArticleState state,
            List<Covered> covered,
            long open,
            long overdue,
            long done,
            long entries,
            @Nullable Instant lastAt) {}

    @GetMapping
    List<ArticleLine> measures() {
        var covered = rooms.stream().flatMap(it -> it.covered().stream()).toList();
        var entries = evidence.byArticle();
        return IntStream.rangeClosed(1, ARTICLES)
                .mapToObj(article -> line(
                        article,
                        covered.stream()
                                .filter(it -> it.article().equals(Integer.toString(article)))
                                .toList(),
                        entries.stream()
                                .filter(it -> it.article().equals(Integer.toString(article)))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static ArticleLine line(
            int article, List<Covered> covered, ArticleEvidence.@Nullable EntriesOfArticle entries) {
        var overdue = covered.stream().mapToLong(Covered::overdue).sum();
        var open = covered.stream().mapToLong(Covered::open).sum();
        var done = covered.stream().mapToLong(Covered::done).sum();
        var count = entries == null ? 0 : entries.count();
        return new ArticleLine(
                article,
                state(covered.isEmpty(), overdue, open + done + count),
                covered,
                open,
                overdue,
                done,
                count,
                entries == null ? null : entries.lastAt());
    }

    private static ArticleState state(boolean isUncovered, long overdue, long used) {
        if (isUncovered) {
            return ArticleState.NO_SOFTWARE;
        }
        if (overdue > 0) {
            return ArticleState.OVERDUE;
        }
        return used > 0 ? ArticleState.IN_USE : ArticleState.UNUSED;
    }
}
