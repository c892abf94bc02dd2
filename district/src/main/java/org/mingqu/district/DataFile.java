package org.mingqu.district;

import java.nio.file.Path;
import java.util.Map;

/// A file that was written.
///
/// @param resource key of its [Resource]
/// @param rows data rows, the dirty ones counted
/// @param dirt how many rows are dirty, by what is wrong with them; one row has one thing wrong
/// @param bytes size of the file
public record DataFile(String resource, Path path, long rows, Map<Dirt, Long> dirt, long bytes) {

    /// How many rows are dirty.
    public long dirtyRows() {
        return dirt.values().stream().mapToLong(Long::longValue).sum();
    }
}
