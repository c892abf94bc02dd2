package org.mingqu.warrant;

/// How far a load is.
public enum LoadState {
    /// The ticket was not presented yet.
    WAITING,
    /// Bytes are arriving.
    RECEIVING,
    /// The file is being decoded, checked and looked at.
    READING,
    /// A person may confirm the columns now.
    STAGED,
    /// It is being written to the vault.
    LANDING,
    LANDED,
    FAILED,
    DISCARDED
}
