package org.mingqu.enclave.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// Files that are either as before or as after, also when the power goes.
public final class Durable {

    private Durable() {}

    /// Writes a file as a whole.
    public static void write(Path file, byte[] bytes) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        replace(fresh, file);
    }

    /// Puts a finished file in the place of another, durably.
    public static void replace(Path fresh, Path file) throws IOException {
        try (var channel = FileChannel.open(fresh, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(parent(file));
    }

    /// Makes what happened in a folder durable.
    public static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Overwrites and removes a file.
    public static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size()), 0);
            channel.force(true);
        }
        Files.delete(file);
        forceFolder(parent(file));
    }

    /// Makes a folder that its owner alone may enter.
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /// Removes a folder and all in it.
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path parent(Path file) {
        var parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("a file has a folder");
        }
        return parent;
    }
}
