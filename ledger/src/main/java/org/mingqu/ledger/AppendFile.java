package org.mingqu.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/// A file that only grows. What was appended is on the disk when the call returns; what could not be
/// appended whole is taken away again.
///
/// Not by a `FileChannel`, which an interrupted thread would close for everybody.
final class AppendFile implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final RandomAccessFile file;
    private long end;

    AppendFile(Path path) {
        this.path = path;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
            end = file.length();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + path, e);
        }
    }

    /// Keeps other processes, and other users of this one, from appending.
    ///
    /// @throws IllegalStateException if another has the file already
    void lock() {
        try {
            if (file.getChannel().tryLock() == null) {
                throw new IllegalStateException("another process is writing to " + path);
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("this process is writing to " + path + " already", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + path, e);
        }
    }

    long length() {
        return end;
    }

    void append(byte[] bytes) {
        try {
            file.seek(end);
            file.write(bytes);
            file.getFD().sync();
            end += bytes.length;
        } catch (IOException e) {
            var failure = new UncheckedIOException("cannot append to " + path, e);
            try {
                file.setLength(end);
            } catch (IOException undo) {
                failure.addSuppressed(undo);
            }
            throw failure;
        }
    }

    void cut(long length) {
        try {
            if (length < end) {
                file.setLength(length);
                file.getFD().sync();
                end = length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot cut " + path, e);
        }
    }

    /// Takes away what stands after the last line feed: a line that was never acknowledged.
    void cutTornLine() {
        cut(afterLineFeedBefore(end));
    }

    /// The last line without its line feed; empty if there is none. The file must not end in a torn line.
    byte[] lastLine() {
        if (end == 0) {
            return new byte[0];
        }
        var start = afterLineFeedBefore(end - 1);
        return read(start, (int) (end - 1 - start));
    }

    byte[] read(long from, int length) {
        try {
            var bytes = new byte[length];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private long afterLineFeedBefore(long position) {
        for (var to = position; to > 0; to -= Math.min(to, BLOCK)) {
            var from = Math.max(0, to - BLOCK);
            var block = read(from, (int) (to - from));
            for (var i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return from + i + 1;
                }
            }
        }
        return 0;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path, e);
        }
    }
}
