package org.mingqu.platform.procedures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingqu.platform.rules.ArticleCoverage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the tables of moves cover: each article that a move or a lapse of a procedure goes by, with the tasks that
/// are open, late and done by it.
@Repository
class CaseCoverage implements ArticleCoverage {

    private final List<CaseSubject> subjects;
    private final JdbcClient sql;
    private final Clock clock;

    CaseCoverage(List<CaseSubject> subjects, JdbcClient sql, Clock clock) {
        this.subjects = subjects;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Covered> covered() {
        var counts = counts();
        var covered = new ArrayList<Covered>();
        covered.add(workflow(counts.values()));
        for (var subject : subjects) {
            var procedure = subject.procedure();
            var screens = List.of("/procedures/" + procedure.kind());
            Stream.concat(
                            procedure.moves().stream().map(Move::article),
                            procedure.lapses().stream().map(Lapse::article))
                    .filter(it -> !it.isEmpty())
                    .distinct()
                    .forEach(article -> {
                        var count = counts.getOrDefault(procedure.kind() + " " + article, new Count(0, 0, 0));
                        covered.add(new Covered(
                                article, procedure.kind(), screens, count.open(), count.overdue(), count.done()));
                    });
        }
        return covered;
    }

    /// The workflow as a whole, from the partner's coming in to quality: art. 15 says which steps it has,
    /// and each is one of the tables.
    private Covered workflow(Collection<Count> counts) {
        var screens = subjects.stream()
                .map(it -> "/procedures/" + it.procedure().kind())
                .toList();
        return new Covered(
                "15",
                "WORKFLOW",
                screens,
                counts.stream().mapToLong(Count::open).sum(),
                counts.stream().mapToLong(Count::overdue).sum(),
                counts.stream().mapToLong(Count::done).sum());
    }

    private record Count(long open, long overdue, long done) {}

    private Map<String, Count> counts() {
        var counts = new LinkedHashMap<String, Count>();
        sql.sql("""
                        select c.kind, t.article, count(*) filter (where not t.done) as open,
                               count(*) filter (where not t.done and not t.provisional and t.rests_on is null and t.due < :today) as overdue,
                               count(*) filter (where t.done) as done
                          from case_task t join case_file c on c.id = t.case_id
                         group by c.kind, t.article
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> counts.put(
                        row.getString("kind") + " " + row.getString("article"),
                        new Count(row.getLong("open"), row.getLong("overdue"), row.getLong("done"))))
                .list();
        return counts;
    }
}
