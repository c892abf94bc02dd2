package org.mingqu.enclave.intake;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A received file.
///
/// @param sm3 of the bytes as received, hex
/// @param charset in which it is written; null for Parquet
/// @param blankRecords see [TextFacts#blankRecords()]
record Received(long bytes, String sm3, @Nullable Charset charset, List<Long> blankRecords) {}
