package org.mingqu.warrant;

import java.util.Base64;

/// A warrant with the platform's signature.
///
/// @param payload base64 of the warrant's canonical JSON
/// @param keyId which key signed: see [WarrantKey#id()]
/// @param signature base64 of the DER form of the SM2 signature (SM3withSM2, the standard's default identity)
public record SignedWarrant(String payload, String keyId, String signature) {

    /// The form that a browser presents at the enclave's door, fit for a URL's path.
    public String ticket() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(WarrantJson.canonical(this));
    }

    /// Reads a ticket.
    ///
    /// @throws IllegalArgumentException if the text is no ticket
    public static SignedWarrant ofTicket(String ticket) {
        return WarrantJson.read(Base64.getUrlDecoder().decode(ticket), SignedWarrant.class);
    }
}
