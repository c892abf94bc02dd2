package org.mingqu.enclave.vault;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;

/// Decrypts what a [SealingStream] wrote, and gives no byte of a chunk before its tag was checked.
final class OpeningStream extends InputStream {

    /// Derives the key of a file from what its header says.
    interface FileKey {
        byte[] of(SealCipher cipher, byte[] salt);
    }

    private final DataInputStream in;
    private final SealCipher cipher;
    private final byte[] key;
    private byte[] plain = new byte[0];
    private int at;
    private long index;
    private boolean ended;

    OpeningStream(InputStream in, FileKey fileKey) throws IOException {
        this.in = new DataInputStream(new java.io.BufferedInputStream(in, 1 << 16));
        try {
            var magic = this.in.readNBytes(SealingStream.MAGIC.length);
            if (!Arrays.equals(magic, SealingStream.MAGIC)) {
                throw new SealBroken("not a sealed file");
            }
            this.cipher = SealCipher.of(this.in.readUnsignedByte());
            this.key = fileKey.of(cipher, this.in.readNBytes(SealingStream.SALT));
        } catch (EOFException e) {
            throw new SealBroken("the sealed file is cut short");
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (at == plain.length) {
            if (ended) {
                return -1;
            }
            nextChunk();
        }
        var part = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, bytes, offset, part);
        at += part;
        return part;
    }

    private void nextChunk() throws IOException {
        try {
            var length = in.readInt();
            var last = in.readUnsignedByte() == 1;
            if (length < 0 || length > SealingStream.CHUNK + SealingStream.TAG_BITS / 8) {
                throw new SealBroken("a chunk of impossible length");
            }
            var sealed = in.readNBytes(length);
            if (sealed.length < length) {
                throw new SealBroken("the sealed file is cut short");
            }
            var gcm = GCMBlockCipher.newInstance(cipher.engine());
            gcm.init(false, SealingStream.parameters(key, index, last));
            var opened = new byte[gcm.getOutputSize(sealed.length)];
            var written = gcm.processBytes(sealed, 0, sealed.length, opened, 0);
            written += gcm.doFinal(opened, written);
            plain = written == opened.length ? opened : Arrays.copyOf(opened, written);
            at = 0;
            index++;
            ended = last;
            if (last && in.read() >= 0) {
                throw new SealBroken("something follows the last chunk");
            }
        } catch (EOFException e) {
            throw new SealBroken("the sealed file is cut short");
        } catch (InvalidCipherTextException e) {
            throw new SealBroken("the sealed file was changed, or the key is another one");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
