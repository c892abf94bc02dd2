package org.mingqu.platform.workspace;

import java.util.Objects;
import java.util.UUID;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sees to it that the enclave has each workspace as the platform says it stands: at once, and again until it does.
///
/// In between the platform signs no warrant for a workspace that is not open, so nothing new can run: closed is the
/// safe side.
@Component
class EnclaveKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(EnclaveKeeper.class);

    private final WorkspaceStore store;
    private final Domain domain;

    EnclaveKeeper(WorkspaceStore store, Domain domain) {
        this.store = store;
        this.domain = domain;
    }

    @Scheduled(fixedDelayString = "${mingqu.workspace.keep:PT2S}")
    void tellAll() {
        for (var id : store.owed()) {
            if (!tell(id)) {
                return;
            }
        }
    }

    /// Tells the enclave how the workspace stands, if it does not have it so.
    ///
    /// @return false if the enclave is away; it is told later
    boolean tell(UUID id) {
        var workspace = store.find(id).orElseThrow();
        if (workspace.state() == workspace.inEnclave()) {
            return true;
        }
        try {
            if (workspace.inEnclave() == Workspace.State.NONE) {
                send(new Order.OpenWorkspace(id.toString()));
            }
            switch (workspace.state()) {
                case OPEN ->
                    send(
                            workspace.inEnclave() == Workspace.State.SUSPENDED
                                    ? new Order.ResumeWorkspace(id.toString())
                                    : new Order.OpenWorkspace(id.toString()));
                case SUSPENDED ->
                    send(new Order.SuspendWorkspace(
                            id.toString(),
                            Objects.requireNonNullElse(workspace.article(), "38"),
                            Objects.requireNonNullElse(workspace.reason(), "")));
                case TERMINATED -> send(new Order.DestroyWorkspace(id.toString()));
                case NONE -> throw new IllegalStateException("a workspace must have a state");
            }
        } catch (EnclaveUnavailable away) {
            LOG.warn("the enclave is not told yet that workspace {} is {}", id, workspace.state(), away);
            return false;
        } catch (EnclaveRefused refused) {
            // An act and the timer may tell it at the same moment; who is late is refused what is past.
            var now = store.find(id).orElseThrow();
            if (now.state() == workspace.state() && now.inEnclave() == workspace.inEnclave()) {
                LOG.error("the enclave refuses workspace {} as {}", id, workspace.state(), refused);
            }
            return true;
        }
        store.told(id, workspace.state());
        return true;
    }

    private void send(Order order) {
        domain.order(Use.PLATFORM, order, Answer.WorkspaceStatus.class);
    }
}
