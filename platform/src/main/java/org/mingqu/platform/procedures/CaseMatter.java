package org.mingqu.platform.procedures;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.calendar.Deadline;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.parties.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a room may ask about a case of another: what it is about, who takes part, until when a role is to act.
@Component
public class CaseMatter {

    private final ObjectProvider<CaseSubject> subjects;
    private final CaseStore store;
    private final JdbcClient sql;

    CaseMatter(ObjectProvider<CaseSubject> subjects, CaseStore store, JdbcClient sql) {
        this.subjects = subjects;
        this.store = store;
        this.sql = sql;
    }

    /// What the case is about, as the person may see it.
    public List<Sheet.Section> of(CaseFile file, Actor actor, Locale locale) {
        return subjects.stream()
                .filter(it -> it.procedure().kind().equals(file.kind()))
                .flatMap(it -> it.matter(file.subject(), actor, locale).stream())
                .toList();
    }

    public List<Party> parties(UUID caseId) {
        return store.parties(caseId);
    }

    /// The first day on which an open task of a role ends; empty where none has a clock.
    public Optional<Deadline> due(UUID caseId, Role role) {
        return sql.sql("""
                        select due, provisional from case_task
                         where case_id = :case and role = :role and not done and due is not null order by due limit 1
                        """)
                .param("case", caseId)
                .param("role", role.name())
                .query((row, _) -> new Deadline(row.getObject("due", LocalDate.class), row.getBoolean("provisional")))
                .optional();
    }
}
