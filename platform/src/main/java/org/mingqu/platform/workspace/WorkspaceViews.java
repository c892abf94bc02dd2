package org.mingqu.platform.workspace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mingqu.platform.agreements.AgreementUse;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.workspace.WorkspaceView.WorkspaceBudget;
import org.mingqu.platform.workspace.WorkspaceView.WorkspaceColumn;
import org.mingqu.platform.workspace.WorkspaceView.WorkspaceTable;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Draws workspaces for those who look at them.
@Component
class WorkspaceViews {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceViews.class);
    private static final double MILLI = 1_000.0;

    private final AgreementUse use;
    private final GrantMaker grants;
    private final Domain domain;
    private final Clock clock;

    WorkspaceViews(AgreementUse use, GrantMaker grants, Domain domain, Clock clock) {
        this.use = use;
        this.grants = grants;
        this.domain = domain;
        this.clock = clock;
    }

    static WorkspaceView.WorkspaceLine line(Workspace it, Actor actor) {
        return new WorkspaceView.WorkspaceLine(
                it.id(),
                it.agreement(),
                it.caseId(),
                it.title(),
                it.scenario(),
                it.state(),
                it.until(),
                new Party(it.partner(), it.partnerName(), "PARTNER"),
                it.isUsedBy(actor),
                it.tables().size(),
                it.reason());
    }

    WorkspaceView of(Workspace it, Actor actor) {
        var today = LocalDate.now(clock);
        var granted = grants.granted(it, today);
        return new WorkspaceView(
                it.id(),
                it.agreement(),
                it.caseId(),
                it.title(),
                it.scenario(),
                it.state(),
                it.until(),
                it.openedAt(),
                new Party(it.partner(), it.partnerName(), "PARTNER"),
                it.isUsedBy(actor),
                granted.stream().map(WorkspaceViews::table).toList(),
                budget(granted, today),
                grants.threshold(it, today),
                it.reason(),
                it.article(),
                use.open(it.agreement(), actor).stream().map(Enum::name).toList());
    }

    private static WorkspaceTable table(GrantMaker.Granted it) {
        var resource = it.resource();
        return new WorkspaceTable(
                resource.id(),
                resource.version(),
                resource.name(),
                resource.title(),
                new Party(resource.department(), resource.departmentName(), "SOURCE"),
                resource.rows(),
                resource.subject(),
                resource.subjectKind(),
                it.columns().stream().map(WorkspaceViews::column).toList());
    }

    private static WorkspaceColumn column(GrantMaker.GrantedColumn it) {
        var column = it.column();
        return new WorkspaceColumn(
                column.name(),
                column.label(),
                column.meaning(),
                column.type(),
                column.scale(),
                column.grade(),
                column.columnClass(),
                it.mask(),
                it.rights());
    }

    private List<WorkspaceBudget> budget(List<GrantMaker.Granted> granted, LocalDate today) {
        var personal = granted.stream()
                .filter(it -> !it.resource().subjectKind().isEmpty())
                .toList();
        var spent = spent(personal);
        return personal.stream()
                .map(it -> new WorkspaceBudget(
                        it.resource().id(),
                        it.resource().title(),
                        grants.budgetMilli(it, today) / MILLI,
                        spent.getOrDefault(it.resource().id().toString(), 0L) / MILLI))
                .toList();
    }

    /// A page about a workspace is shown also while the enclave is away; only what is spent is then not known.
    private Map<String, Long> spent(List<GrantMaker.Granted> granted) {
        var spent = new HashMap<String, Long>();
        if (granted.isEmpty()) {
            return spent;
        }
        var ids = granted.stream().map(it -> it.resource().id().toString()).toList();
        try {
            domain.order(Use.PLATFORM, new Order.ReadBudgets(ids), Answer.Budgets.class)
                    .lines()
                    .forEach(line -> spent.put(line.resource(), line.spentMilli()));
        } catch (EnclaveUnavailable away) {
            LOG.debug("the budgets are not known while the enclave is away", away);
        }
        return spent;
    }
}
