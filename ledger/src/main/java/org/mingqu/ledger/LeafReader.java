package org.mingqu.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Reads a list of hashes, 32 bytes each. Bytes at the end that are too few for a hash are passed over.
final class LeafReader implements AutoCloseable {

    private final Path file;
    private final InputStream in;

    /// @param file a file that need not exist: then it has no hashes
    LeafReader(Path file) {
        this.file = file;
        try {
            this.in = Files.exists(file)
                    ? new BufferedInputStream(Files.newInputStream(file), 1 << 16)
                    : InputStream.nullInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    Stream<Hash> stream() {
        return Stream.generate(this::next)
                .takeWhile(bytes -> bytes.length == Hash.BYTES)
                .map(Hash::of);
    }

    private byte[] next() {
        try {
            return in.readNBytes(Hash.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
