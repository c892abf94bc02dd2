package org.mingqu.enclave.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Encrypts a stream in chunks of 1 MiB, each authenticated together with its place and whether it is the
/// last: a file cannot be cut, reordered or spliced unseen.
///
/// Form: `MQS1`, cipher, salt; then for each chunk its length, a flag for the last, ciphertext and tag.
final class SealingStream extends OutputStream {

    static final byte[] MAGIC = "MQS1".getBytes(StandardCharsets.US_ASCII);
    static final int SALT = 16;
    static final int CHUNK = 1 << 20;
    static final int TAG_BITS = 128;
    private static final int AT_ONCE = 2;
    private static final ExecutorService WORKERS =
            Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());

    private final OutputStream out;
    private final SealCipher cipher;
    private final byte[] key;
    private final ArrayDeque<Future<Chunk>> underWay = new ArrayDeque<>();
    private byte[] buffer = new byte[CHUNK];
    private int filled;
    private long index;
    private boolean closed;

    SealingStream(OutputStream out, SealCipher cipher, byte[] key, byte[] salt) throws IOException {
        this.out = out;
        this.cipher = cipher;
        this.key = key;
        out.write(MAGIC);
        out.write(cipher.code());
        out.write(salt);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var from = offset;
        var left = length;
        while (left > 0) {
            if (filled == CHUNK) {
                flushChunk(false);
            }
            var part = Math.min(left, CHUNK - filled);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            flushChunk(true);
            out.close();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed from one method to the next, never compared
    private record Chunk(byte[] sealed, boolean last) {}

    /// Hands the chunk to another thread; chunks are written in their order.
    private void flushChunk(boolean last) throws IOException {
        var plain = buffer;
        var length = filled;
        var place = index;
        underWay.add(WORKERS.submit(() -> sealed(plain, length, place, last)));
        buffer = new byte[last ? 0 : CHUNK];
        filled = 0;
        index++;
        while (underWay.size() > (last ? 0 : AT_ONCE)) {
            write(underWay.remove());
        }
    }

    private void write(Future<Chunk> coming) throws IOException {
        try {
            var chunk = coming.get();
            out.write(ByteBuffer.allocate(5)
                    .putInt(chunk.sealed().length)
                    .put((byte) (chunk.last() ? 1 : 0))
                    .array());
            out.write(chunk.sealed());
        } catch (ExecutionException e) {
            throw new IOException("encryption failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while encrypting", e);
        }
    }

    private Chunk sealed(byte[] plain, int length, long place, boolean last) throws InvalidCipherTextException {
        var gcm = GCMBlockCipher.newInstance(cipher.engine());
        gcm.init(true, parameters(key, place, last));
        var sealed = new byte[gcm.getOutputSize(length)];
        var written = gcm.processBytes(plain, 0, length, sealed, 0);
        written += gcm.doFinal(sealed, written);
        return new Chunk(written == sealed.length ? sealed : Arrays.copyOf(sealed, written), last);
    }

    static AEADParameters parameters(byte[] key, long index, boolean last) {
        var nonce = ByteBuffer.allocate(12).putInt(0).putLong(index).array();
        var place =
                ByteBuffer.allocate(9).putLong(index).put((byte) (last ? 1 : 0)).array();
        return new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, place);
    }
}
