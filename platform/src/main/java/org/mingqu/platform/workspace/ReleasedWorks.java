package org.mingqu.platform.workspace;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.springframework.stereotype.Service;

/// Results that have left by release, with what they were made of, for the rooms in which products are made
/// of them (art. 22, 25). Nothing comes out by it that was not handed over to its maker before.
@Service
public class ReleasedWorks {

    private final Workspaces workspaces;
    private final ReleaseStore store;
    private final Catalogue catalogue;
    private final Domain domain;

    ReleasedWorks(Workspaces workspaces, ReleaseStore store, Catalogue catalogue, Domain domain) {
        this.workspaces = workspaces;
        this.store = store;
        this.catalogue = catalogue;
        this.domain = domain;
    }

    /// A released result in a list.
    public record ReleasedLine(UUID id, String number, String scenario, String purpose) {}

    /// A released result.
    ///
    /// @param maker who made it under the agreement
    /// @param scenario that the use was approved for (art. 18)
    /// @param sm3 of the file that left, lower-case hex
    /// @param model whether it is a model that was inspected
    /// @param columns what each column is made of
    /// @param rows as they have left; none of a data set
    public record Work(
            UUID release,
            String number,
            UUID workspace,
            UUID agreement,
            UUID maker,
            String scenario,
            String sm3,
            boolean model,
            List<Origin> origins,
            List<MadeOf> columns,
            List<List<@Nullable Object>> rows) {}

    /// A version of a resource that a result was made of, and the department that answers for it.
    public record Origin(UUID resource, String name, String title, int version, Party department) {

        /// Whether a column that a result was made of is one of this resource.
        ///
        /// @param column as people know it, `title.label`
        public boolean gave(String column) {
            return column.startsWith(title + ".");
        }
    }

    /// A column of a result.
    ///
    /// @param from columns of resources as people know them, `title.label`; empty for a number of rows
    public record MadeOf(String column, List<String> from) {}

    /// The results that the actor's organisation has had handed over, latest first.
    public List<ReleasedLine> of(Actor actor) {
        return store.all().stream()
                .filter(it -> it.stage() == ReleaseStage.HANDED_OVER)
                .filter(it -> workspaces.find(it.workspace()).isUsedBy(actor))
                .map(it -> new ReleasedLine(
                        it.id(), it.number(), workspaces.find(it.workspace()).scenario(), it.purpose()))
                .toList();
    }

    /// A result of the actor's own organisation, with its rows.
    ///
    /// @throws org.mingqu.platform.rules.Refusal.NotFound if it is none of theirs
    /// @throws org.mingqu.platform.rules.Refusal.NotOpen if it was not handed over
    public Work get(UUID release, Actor actor) {
        var it = store.find(release)
                .filter(found -> workspaces.find(found.workspace()).isUsedBy(actor))
                .orElseThrow(Refusals::noSuchRelease);
        if (it.stage() != ReleaseStage.HANDED_OVER) {
            throw Refusals.notOpen("release-not-approved", "20", List.of());
        }
        var workspace = workspaces.open(it.workspace(), actor);
        var use = Runs.use(workspace, actor);
        var inspection = domain.order(use, new Order.InspectRelease(it.run().toString()), Answer.Inspection.class);
        if (!inspection.sm3().equals(it.fileSm3())) {
            throw Refusals.notOpen("release-file-differs", "32", List.of());
        }
        return new Work(
                release,
                it.number(),
                workspace.id(),
                workspace.agreement(),
                workspace.partner(),
                workspace.scenario(),
                it.fileSm3(),
                inspection.model() != null,
                origins(workspace, inspection),
                inspection.lineage().stream()
                        .map(column -> new MadeOf(column.column(), column.from()))
                        .toList(),
                // rows of a data set leave in the file only, which carries its recipient's mark
                inspection.dataSet() == null ? inspection.result().rows() : List.of());
    }

    /// Only resources that the result names; a number of rows names none, and then all of the workspace may
    /// be in it.
    private List<Origin> origins(Workspace workspace, Answer.Inspection inspection) {
        var all = workspace.tables().stream()
                .map(it -> catalogue.known(it.resource()).orElse(null))
                .filter(Objects::nonNull)
                .map(it -> new Origin(
                        it.id(),
                        it.name(),
                        it.title(),
                        it.version(),
                        new Party(it.department(), it.departmentName(), "SOURCE")))
                .toList();
        var used = all.stream()
                .filter(it -> inspection.lineage().stream()
                        .flatMap(column -> column.from().stream())
                        .anyMatch(it::gave))
                .toList();
        return used.isEmpty() ? all : used;
    }
}
