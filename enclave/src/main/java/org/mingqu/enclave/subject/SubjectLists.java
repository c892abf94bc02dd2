package org.mingqu.enclave.subject;

import static org.mingqu.enclave.engine.Duck.literal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.WarrantJson;

/// Lists of subjects whose rows a workspace may use, or may not (art. 20, 37).
///
/// A grant names a list with its revision. Whoever was taken off a list is so in a later revision, and a run under an
/// earlier one is refused: what is behind is closed.
public final class SubjectLists {

    private final Path folder;
    private final People people;

    /// The lists kept in a folder.
    public SubjectLists(Path folder, Subjects subjects) throws IOException {
        this.folder = Durable.folder(folder.resolve("lists"));
        this.people = subjects.people();
    }

    record Kept(long revision, List<String> subjects) {}

    /// Keeps a list; a revision that is not greater changes nothing.
    public synchronized Answer.Done keep(Order.KeepSubjects order) throws IOException {
        order.subjects().forEach(people::get);
        if (order.revision() > find(order.list()).revision()) {
            people.key()
                    .seal(
                            WarrantJson.canonical(new Kept(order.revision(), order.subjects())),
                            file(order.list()),
                            order.list());
        }
        return new Answer.Done();
    }

    /// Refuses a grant of which a list is not here as it names it.
    ///
    /// @throws EnclaveRefused `subjects-behind`
    public void mustHave(Grant grant) {
        grant.tables().forEach(table -> table.subjects().forEach(this::get));
    }

    /// The condition under which a row is there, to stand after the tables; empty if all are.
    ///
    /// @param subject name of the subject column; empty if the table is about nobody
    /// @param alias of the table
    public String condition(Grant.Table table, String subject, String alias) {
        var conditions = new ArrayList<String>();
        for (var list : table.subjects()) {
            var kept = get(list);
            if (subject.isEmpty()) {
                conditions.add(list.only() ? "FALSE" : "TRUE");
            } else {
                conditions.add((list.only() ? "" : "NOT ") + isOn(kept, subject, alias));
            }
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /// The list is one text: as many thousand expressions the engine would be long in planning it.
    private String isOn(Kept kept, String subject, String alias) {
        if (kept.subjects().isEmpty()) {
            return "FALSE";
        }
        var numbers = kept.subjects().stream()
                .map(token -> people.get(token).number())
                .toList();
        return "coalesce(%s IN (SELECT unnest(string_split(%s, ' '))), FALSE)"
                .formatted(Subjects.number(alias, subject), literal(String.join(" ", numbers)));
    }

    private Kept get(Grant.Subjects named) {
        var kept = find(named.list());
        if (kept.revision() != named.revision()) {
            throw EnclaveRefused.of("subjects-behind", "20");
        }
        return kept;
    }

    private synchronized Kept find(String list) {
        try {
            return Files.exists(file(list))
                    ? WarrantJson.read(people.key().open(file(list), list), Kept.class)
                    : new Kept(0, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("a list of subjects cannot be read", e);
        }
    }

    private Path file(String list) {
        return folder.resolve(list);
    }
}
