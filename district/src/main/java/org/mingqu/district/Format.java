package org.mingqu.district;

/// How a resource reaches the enclave.
public enum Format {
    /// Comma-separated text in UTF-8.
    CSV,
    /// Comma-separated text in GB18030 that begins with a byte order mark.
    CSV_GB18030,
    PARQUET,
    /// A table in the department's own PostgreSQL; there is no file.
    TABLE
}
