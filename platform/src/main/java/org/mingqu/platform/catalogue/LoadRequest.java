package org.mingqu.platform.catalogue;

import java.util.Objects;

/// A load that a person is about to start.
///
/// @param size bytes of the file; 0 for a table that is pulled
record LoadRequest(Format format, String fileName, long size) {

    LoadRequest {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(fileName, "fileName");
    }

    /// CSV and PARQUET are uploaded; a TABLE is pulled by the enclave from the department's own database.
    enum Format {
        CSV,
        PARQUET,
        TABLE
    }
}
