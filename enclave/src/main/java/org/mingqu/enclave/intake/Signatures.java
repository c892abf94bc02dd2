package org.mingqu.enclave.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.FileFormat;

/// What the first bytes of a file give away.
final class Signatures {

    private static final String PARQUET = "50415231";
    private static final Map<String, String> ARCHIVES = ordered(
            "504b0304",
            "zip, xlsx",
            "504b0506",
            "zip",
            "1f8b",
            "gzip",
            "377abcaf271c",
            "7z",
            "526172211a07",
            "rar",
            "fd377a585a00",
            "xz",
            "425a68",
            "bzip2",
            "28b52ffd",
            "zstd");
    private static final Map<String, String> OTHERS = ordered(
            "d0cf11e0a1b11ae1",
            "xls, doc",
            "25504446",
            "pdf",
            "7f454c46",
            "program",
            "4d5a9000",
            "program",
            "53514c69746520666f726d6174",
            "sqlite",
            "89504e47",
            "image",
            "ffd8ff",
            "image",
            PARQUET,
            "parquet");

    private Signatures() {}

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /// Refuses what is not of the format.
    static void check(byte[] head, int length, FileFormat format) {
        var hex = HexFormat.of().formatHex(head, 0, Math.min(16, length));
        if (format == FileFormat.PARQUET) {
            if (!hex.startsWith(PARQUET)) {
                throw EnclaveRefused.of("file-not-parquet", "6");
            }
            return;
        }
        refuse(hex, ARCHIVES, "file-compressed");
        refuse(hex, OTHERS, "file-not-text");
    }

    private static void refuse(String hex, Map<String, String> kinds, String type) {
        kinds.forEach((signature, kind) -> {
            if (hex.startsWith(signature)) {
                throw EnclaveRefused.of(type, "6", "kind", kind);
            }
        });
    }

    /// UTF-16 by its byte order mark, or by every second byte of the beginning being 0; else null.
    static @Nullable Charset utf16(byte[] head, int length) {
        if (length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        var looked = Math.min(length, 1024) & ~1;
        var even = 0;
        var odd = 0;
        for (var i = 0; i < looked; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        if (odd * 4 > looked / 2 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even * 4 > looked / 2 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }
}
