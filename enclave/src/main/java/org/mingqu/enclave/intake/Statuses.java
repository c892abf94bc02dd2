package org.mingqu.enclave.intake;

import java.util.List;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Answer.LoadStatus;
import org.mingqu.warrant.Answer.Progress;
import org.mingqu.warrant.EnclaveRefusal;
import org.mingqu.warrant.LoadState;

/// The states of a load, one from the other.
final class Statuses {

    private Statuses() {}

    static LoadStatus waiting(String load) {
        return new LoadStatus(load, "", LoadState.WAITING, new Progress(0, 0, 0), 0, 0, null, List.of(), null, null);
    }

    static LoadStatus begun(String load, String resource, long total) {
        return new LoadStatus(
                load, resource, LoadState.RECEIVING, new Progress(0, total, 0), 0, 0, null, List.of(), null, null);
    }

    static LoadStatus receiving(LoadStatus of, long bytes, long total) {
        return with(of, LoadState.RECEIVING, new Progress(bytes, total, 0));
    }

    static LoadStatus received(LoadStatus of, Received received) {
        var progress = new Progress(received.bytes(), received.bytes(), 0);
        return new LoadStatus(
                of.load(), of.resource(), LoadState.READING, progress, 0, 0, received.sm3(), List.of(), null, null);
    }

    static LoadStatus staged(LoadStatus of, Staged staged) {
        var progress = new Progress(of.progress().bytes(), of.progress().total(), staged.rows());
        return new LoadStatus(
                of.load(),
                of.resource(),
                LoadState.STAGED,
                progress,
                staged.rows(),
                staged.rejects().size(),
                of.sm3(),
                staged.columns(),
                null,
                null);
    }

    static LoadStatus landed(LoadStatus of, Answer.VersionDescription version) {
        return new LoadStatus(
                of.load(),
                of.resource(),
                LoadState.LANDED,
                of.progress(),
                version.rows(),
                version.rejected(),
                of.sm3(),
                of.columns(),
                version.version(),
                null);
    }

    static LoadStatus failed(LoadStatus of, EnclaveRefusal problem) {
        return new LoadStatus(
                of.load(), of.resource(), LoadState.FAILED, of.progress(), 0, 0, of.sm3(), List.of(), null, problem);
    }

    /// Not landed, and as it was staged otherwise: it can be landed again.
    static LoadStatus failedToLand(LoadStatus of, EnclaveRefusal problem) {
        return new LoadStatus(
                of.load(),
                of.resource(),
                LoadState.FAILED,
                of.progress(),
                of.rows(),
                of.rejected(),
                of.sm3(),
                of.columns(),
                null,
                problem);
    }

    static LoadStatus in(LoadStatus of, LoadState state) {
        return with(of, state, of.progress());
    }

    private static LoadStatus with(LoadStatus of, LoadState state, Progress progress) {
        return new LoadStatus(
                of.load(),
                of.resource(),
                state,
                progress,
                of.rows(),
                of.rejected(),
                of.sm3(),
                of.columns(),
                of.version(),
                null);
    }
}
