package org.mingqu.enclave.vault;

import java.io.IOException;

/// A sealed file was changed, cut short, put in another's place, or is opened with a key that is not its own.
public final class SealBroken extends IOException {

    SealBroken(String message) {
        super(message);
    }
}
