package org.mingqu.enclave.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Encrypts a stream in chunks of 1 MiB, each authenticated together with its place and whether it is the last: a
/// file cannot be cut, reordered or spliced unseen.
///
/// Form: `MQS1`, cipher, salt; then for each chunk its length, a flag for the last, ciphertext and tag.
final class SealingStream extends OutputStream {

    static final byte[] MAGIC = "MQS1".getBytes(StandardCharsets.US_ASCII);
    static final int SALT = 16;
    static final int CHUNK = 1 << 20;
    static final int TAG_BITS = 128;

    private final OutputStream out;
    private final SealCipher cipher;
    private final byte[] key;
    private final byte[] buffer = new byte[CHUNK];
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

    private void flushChunk(boolean last) throws IOException {
        var gcm = GCMBlockCipher.newInstance(cipher.engine());
        gcm.init(true, parameters(key, index, last));
        var sealed = new byte[gcm.getOutputSize(filled)];
        var written = gcm.processBytes(buffer, 0, filled, sealed, 0);
        try {
            written += gcm.doFinal(sealed, written);
        } catch (InvalidCipherTextException e) {
            throw new IOException("encryption failed", e);
        }
        out.write(ByteBuffer.allocate(5)
                .putInt(written)
                .put((byte) (last ? 1 : 0))
                .array());
        out.write(sealed, 0, written);
        filled = 0;
        index++;
    }

    static AEADParameters parameters(byte[] key, long index, boolean last) {
        var nonce = ByteBuffer.allocate(12).putInt(0).putLong(index).array();
        var place =
                ByteBuffer.allocate(9).putLong(index).put((byte) (last ? 1 : 0)).array();
        return new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, place);
    }
}
