package org.mingqu.platform.parties;

import java.util.Map;
import java.util.UUID;

/// Signs for organisations.
public interface Signatures {

    /// Signs facts in their canonical form with the organisation's key, in the caller's transaction.
    ///
    /// @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
    Signature sign(UUID organisation, Map<String, String> facts);
}
