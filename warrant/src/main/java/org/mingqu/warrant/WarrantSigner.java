package org.mingqu.warrant;

import java.util.Base64;

/// Signs warrants with the platform's key. Safe for use by many threads.
public final class WarrantSigner {

    private final WarrantKey key;

    /// A signer with one key.
    ///
    /// @param key with its private half
    public WarrantSigner(WarrantKey key) {
        this.key = key;
    }

    public SignedWarrant sign(Warrant warrant) {
        var payload = WarrantJson.canonical(warrant);
        var base64 = Base64.getEncoder();
        return new SignedWarrant(base64.encodeToString(payload), key.id(), base64.encodeToString(key.sign(payload)));
    }
}
