package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.WarrantJson;

/// What was rejected, kept sealed; as CSV for the source department, in its language.
///
/// @param blanks numbers of the blank records, for counting rows as a spreadsheet does
record RejectsFile(List<Reject> rejects, List<Long> blanks) {

    private static final String NAME = "rejects";

    void seal(DataKey key, Path sealed) throws IOException {
        key.seal(WarrantJson.canonical(this), sealed, NAME);
    }

    static RejectsFile open(DataKey key, Path sealed) throws IOException {
        return WarrantJson.read(key.open(sealed, NAME), RejectsFile.class);
    }

    /// UTF-8 with byte order mark.
    byte[] csv(String language) {
        var locale = language.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        var text = new StringBuilder("\uFEFF");
        text.append(EnclaveText.of("reject.header", Map.of(), locale)).append("\r\n");
        rejects.forEach(reject -> text.append(reject.line(locale)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
