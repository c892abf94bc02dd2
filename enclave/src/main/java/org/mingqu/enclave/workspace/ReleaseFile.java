package org.mingqu.enclave.workspace;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.intake.Csv;
import org.mingqu.warrant.ResultTable;

/// A result as the file that leaves: CSV that a spreadsheet takes for text where it could be a formula.
final class ReleaseFile {

    private final ResultTable table;

    ReleaseFile(ResultTable table) {
        this.table = table;
    }

    byte[] content() {
        var text = new StringBuilder("\uFEFF");
        text.append(table.columns().stream()
                        .map(column -> Csv.cell(column.name()))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : table.rows()) {
            text.append(row.stream().map(ReleaseFile::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : Csv.cell(value.toString());
    }

    /// How many cells a spreadsheet would take for formulas.
    int formulas() {
        return (int) table.rows().stream()
                .flatMap(List::stream)
                .filter(value -> value instanceof String text && Csv.isFormula(text))
                .count();
    }

    static String sm3(byte[] content) {
        var digest = new SM3Digest();
        digest.update(content, 0, content.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
