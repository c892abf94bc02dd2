package org.mingqu.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads a file line by line in bytes. What stands after the last line feed is not a line, but a torn end.
final class LineReader implements AutoCloseable {

    private final Path file;
    private final InputStream in;
    private String rest = "";

    /// @param file a file that need not exist: then it has no lines
    LineReader(Path file) {
        this.file = file;
        try {
            this.in = Files.exists(file)
                    ? new BufferedInputStream(Files.newInputStream(file), 1 << 16)
                    : InputStream.nullInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The next line without its line feed, or null at the end.
    byte @Nullable [] next() {
        var line = new ByteArrayOutputStream();
        try {
            for (var b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    return line.toByteArray();
                }
                line.write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        rest = line.toString(UTF_8);
        return null;
    }

    /// At the end: whether the file ends in the middle of a line.
    boolean torn() {
        return !rest.isEmpty();
    }

    /// At the end: what stands after the last line feed.
    String rest() {
        return rest;
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
