package org.mingqu.enclave.intake;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A received file.
///
/// @param sm3 of the bytes as received, hex; null for a long file
/// @param charset in which it is written; null for Parquet
/// @param blankRecords see [TextFacts#blankRecords()]
record Received(long bytes, @Nullable String sm3, @Nullable Charset charset, List<Long> blankRecords) {}
