package org.mingqu.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/// The judge of questions.
///
/// Safe for use by several threads at once.
public final class Guard {

    private static final int WARM_ROUNDS = 15;

    private final Judged judged = new Judged();

    /// What a verdict depends on, and nothing else.
    private record Question(String sql, Grant grant, Lane lane) {}

    /// The last verdicts. People run a question again and again, and it is judged before and when it runs.
    private static final class Judged extends LinkedHashMap<Question, Verdict> {

        private static final int MOST = 200;
        private static final int LONGEST = 20_000;

        Judged() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Verdict> eldest) {
            return size() > MOST;
        }

        synchronized @Nullable Verdict find(Question question) {
            return get(question);
        }

        synchronized void keep(Question question, Verdict verdict) {
            if (question.sql().length() <= LONGEST) {
                put(question, verdict);
            }
        }
    }

    /// A guard that has judged enough to do so at full speed: the first questions of a fresh one take a
    /// second. Warming up takes some seconds; a process that has something else to do first does it beside.
    ///
    /// @return a warm guard
    public static Guard warm() {
        var guard = new Guard();
        for (var round = 0; round < WARM_ROUNDS; round++) {
            for (var lane : Lane.values()) {
                WarmUp.questions().forEach(question -> judgedAnew(question, WarmUp.grant(), lane));
            }
        }
        return guard;
    }

    /// Judges a question.
    ///
    /// @param sql the partner's text; hostile until proven otherwise
    /// @param grant what the scenario may use
    /// @param lane how the answer is wanted
    /// @return the plan, or why not; never an exception for anything in the text
    public Verdict judge(String sql, Grant grant, Lane lane) {
        var question = new Question(sql, grant, lane);
        var earlier = judged.find(question);
        if (earlier != null) {
            return earlier;
        }
        var verdict = judgedAnew(sql, grant, lane);
        judged.keep(question, verdict);
        return verdict;
    }

    @SuppressWarnings("CatchingUnchecked")
    private static Verdict judgedAnew(String sql, Grant grant, Lane lane) {
        try {
            var question = Compiler.compile(sql, OwnTables.narrowed(grant, lane));
            var places = question.places();
            return new Verdict.Allowed(
                    switch (lane) {
                        case SYNTHETIC -> SyntheticPlanner.plan(question, places, grant);
                        case REVIEWED -> ReviewedPlanner.plan(question, places, grant);
                        case DATASET, MODEL -> RowsPlanner.plan(question, places, grant, lane);
                        case INSTANT -> InstantPlanner.plan(question, places, grant);
                    });
        } catch (Refusal refusal) {
            return new Verdict.Refused(List.of(refusal.finding()));
        } catch (StackOverflowError tooDeep) {
            return refused(sql, Rule.TEXT_TOO_DEEP, Map.of("limit", "" + SqlText.MAX_DEPTH));
        } catch (RuntimeException | AssertionError unknown) {
            // The boundary to the parser and planner, which answer some texts with exceptions of any kind: what they do
            // not understand is refused like all else, and their words, which may quote the text, go no further.
            return refused(sql, Rule.STATEMENT_NOT_UNDERSTOOD, Map.of());
        }
    }

    private static Verdict refused(String sql, Rule rule, Map<String, String> parameters) {
        var lines = sql.split("\n", -1);
        var whole = new SqlParserPos(1, 1, lines.length, Math.max(1, lines[lines.length - 1].length()));
        return new Verdict.Refused(List.of(Refusal.finding(whole, rule, parameters)));
    }
}
