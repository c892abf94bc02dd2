package org.mingqu.warrant;

/// What a department may upload.
public enum FileFormat {
    CSV,
    PARQUET
}
