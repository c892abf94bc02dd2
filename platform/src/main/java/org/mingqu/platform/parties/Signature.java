package org.mingqu.platform.parties;

import java.nio.charset.StandardCharsets;
import org.mingqu.ledger.VerifyingKey;

/// An SM2 signature (GB/T 32918.2, over SM3) of an organisation under a text, with all that is needed to check it.
///
/// @param publicKey PEM `PUBLIC KEY`
/// @param text that was signed: canonical JSON
/// @param value DER in base64
public record Signature(String publicKey, String text, String value) {

    /// Whether the holder of the key signed exactly this text.
    public boolean holds() {
        return VerifyingKey.of(publicKey).verifies(text.getBytes(StandardCharsets.UTF_8), value);
    }

    /// The short name of the key.
    public String keyId() {
        return VerifyingKey.of(publicKey).id();
    }
}
