package org.mingqu.platform.procedures;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mingqu.platform.documents.Sheet;
import org.mingqu.platform.parties.Actor;

/// What a case is about, as its own room knows it: the procedure it goes by, and what is open to whom.
public interface CaseSubject {

    Procedure<?, ?> procedure();

    /// The steps open to a person who looks at a case of this kind.
    List<OpenMove> open(UUID subject, Actor actor);

    /// What a case of this kind is about, on paper, for a person who may see it; nothing where the case says it all.
    default List<Sheet.Section> matter(UUID subject, Actor actor, Locale locale) {
        return List.of();
    }
}
