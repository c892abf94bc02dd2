package org.mingqu.enclave.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.mingqu.warrant.EnclaveRefused;

/// What a pull gives; it ends well only if the pull did, so a table that broke off is not taken for a short
/// one.
final class PulledStream extends FilterInputStream {

    private final Future<?> pull;

    PulledStream(InputStream in, Future<?> pull) {
        super(in);
        this.pull = pull;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (IOException e) {
            read = -1;
        }
        if (read < 0) {
            mustHaveEndedWell();
        }
        return read;
    }

    private void mustHaveEndedWell() throws IOException {
        try {
            pull.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while pulling", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EnclaveRefused refused) {
                throw refused;
            }
            throw EnclaveRefused.of("pull-failed", "5");
        }
    }
}
