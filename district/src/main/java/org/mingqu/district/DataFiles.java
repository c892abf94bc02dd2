package org.mingqu.district;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes the files of the resources.
final class DataFiles {
    DataFiles(long seed, Scale scale) {}

    List<DataFile> write(Path directory, List<Resource> resources) throws IOException {
        throw new IOException("not yet");
    }
}
