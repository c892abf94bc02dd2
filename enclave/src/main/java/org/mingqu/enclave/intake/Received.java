package org.mingqu.enclave.intake;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// A received file.
///
/// @param sm3 of the bytes as received, hex; null for a long file
/// @param charset in which it is written; null for Parquet
/// @param text of the bytes as received, if they are ASCII where it counts
record Received(long bytes, @Nullable String sm3, @Nullable Charset charset, TextShape text) {}
