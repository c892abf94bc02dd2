package org.mingqu.platform.rights;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.workspace.SubjectRule;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Whose rows workspaces may use: those who have authorised it where the source department demands that, and
/// never those whose objection was upheld. A change holds from the next query on: a grant names the revision
/// of each list, and the enclave runs nothing under another one.
@Component
class SubjectLists implements SubjectRule {

    private final ListStore lists;
    private final AuthorisationStore authorisations;
    private final RequestStore requests;
    private final Domain domain;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SubjectLists(
            ListStore lists,
            AuthorisationStore authorisations,
            RequestStore requests,
            Domain domain,
            TransactionTemplate transaction,
            Clock clock) {
        this.lists = lists;
        this.authorisations = authorisations;
        this.requests = requests;
        this.domain = domain;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The list of those whose rows of a resource are held back; in a transaction.
    UUID held(UUID resource) {
        return lists.add("HELD", null, resource, clock.instant()).id();
    }

    /// Who is on a list has changed; in the transaction of the change.
    void changed(UUID list) {
        lists.changed(list);
    }

    @Override
    public List<Grant.Subjects> of(UUID workspace, UUID resource, LocalDate day) {
        transaction.executeWithoutResult(_ -> {
            if (authorisations.expire(workspace, day, clock.instant()) > 0) {
                lists.consentChanged(workspace);
            }
        });
        var named = new ArrayList<Grant.Subjects>();
        for (var list : lists.of(workspace, resource)) {
            named.add(new Grant.Subjects(
                    list.id().toString(), tell(list), list.kind().equals("CONSENT")));
        }
        return named;
    }

    /// Tells the enclave of the list as it is now, unless it knows.
    private long tell(ListStore.Kept seen) {
        if (seen.told() == seen.revision()) {
            return seen.revision();
        }
        var order = requireNonNull(transaction.execute(_ -> {
            var list = lists.hold(seen.id());
            return new Order.KeepSubjects(list.id().toString(), list.revision(), members(list));
        }));
        domain.order(Use.PLATFORM, order, Answer.Done.class);
        transaction.executeWithoutResult(_ -> lists.told(seen.id(), order.revision()));
        return order.revision();
    }

    private List<String> members(ListStore.Kept list) {
        var workspace = list.workspace();
        return workspace == null ? requests.held(list.resource()) : authorisations.subjects(workspace);
    }

    @Override
    public void lost(UUID workspace) {
        transaction.executeWithoutResult(_ -> lists.lost(workspace));
    }
}
