package org.mingqu.enclave.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.FileFormat;

/// Takes a file's bytes as they come, to a file, and knows at the end what they are; hostile ones are refused
/// at the first byte that shows it.
final class Receiver {

    private static final int BUFFER = 1 << 20;

    /// Up to this length the file's SM3 is taken: it would cost large files as much as reading them.
    private static final long LONGEST_HASHED = 64L << 20;

    private final FileFormat format;
    private final long limit;
    private final LongConsumer progress;
    private final SM3Digest digest = new SM3Digest();
    private final TextFacts facts = new TextFacts();
    private @Nullable Charset wide;
    private long bytes;

    /// @param limit the most bytes
    /// @param progress is told the bytes received so far
    Receiver(FileFormat format, long limit, LongConsumer progress) {
        this.format = format;
        this.limit = limit;
        this.progress = progress;
    }

    /// Receives until the stream ends.
    ///
    /// @param expected how many bytes were announced, or -1
    Received receive(InputStream in, long expected, Path raw) throws IOException {
        try (var out = Files.newOutputStream(raw);
                var hashing = Executors.newSingleThreadExecutor()) {
            pump(in, out, hashing, expected <= LONGEST_HASHED);
        }
        if (expected >= 0 && bytes != expected) {
            throw refused("file-broken-off", "received", Long.toString(bytes), "expected", Long.toString(expected));
        }
        if (bytes == 0) {
            throw refused("file-empty");
        }
        var charset = format == FileFormat.PARQUET ? null : charset();
        return new Received(
                bytes,
                bytes > LONGEST_HASHED ? null : sm3(),
                charset,
                format == FileFormat.CSV ? facts.shape() : TextShape.NONE);
    }

    private String sm3() {
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /// @param hashed false for a file whose SM3 will not be asked for
    private void pump(InputStream in, OutputStream out, ExecutorService hashing, boolean hashed) throws IOException {
        var buffers = new byte[][] {new byte[BUFFER], new byte[BUFFER]};
        Future<?> previous = null;
        for (var turn = 0; ; turn ^= 1) {
            var buffer = buffers[turn];
            var length = in.readNBytes(buffer, 0, BUFFER);
            if (previous != null) {
                finish(previous);
            }
            if (length == 0) {
                return;
            }
            if (bytes == 0) {
                Signatures.check(buffer, length, format);
                wide = format == FileFormat.CSV ? Signatures.utf16(buffer, length) : null;
            }
            previous = hashed && bytes < LONGEST_HASHED ? hashing.submit(() -> digest.update(buffer, 0, length)) : null;
            take(buffer, length, out);
        }
    }

    private void take(byte[] buffer, int length, OutputStream out) throws IOException {
        bytes += length;
        if (bytes > limit) {
            throw refused("file-too-large", "limit", Long.toString(limit));
        }
        if (format == FileFormat.CSV && wide == null) {
            facts.add(buffer, length);
            if (facts.firstNul() >= 0) {
                throw refused("file-nul-bytes", "position", Long.toString(facts.firstNul() + 1));
            }
        }
        out.write(buffer, 0, length);
        progress.accept(bytes);
    }

    private static void finish(Future<?> previous) throws IOException {
        try {
            previous.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while receiving", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing cannot fail", e);
        }
    }

    private Charset charset() {
        if (wide != null) {
            return wide;
        }
        return facts.isUtf8() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    private static EnclaveRefused refused(String type, String... parameters) {
        return EnclaveRefused.of(type, "6", parameters);
    }
}
