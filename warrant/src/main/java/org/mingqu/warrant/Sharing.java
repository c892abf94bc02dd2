package org.mingqu.warrant;

/// To whom a data set of rows goes, which decides how great its classes must be.
///
/// Source: GB/T 42460-2023, annex D.
public enum Sharing {
    /// To anybody, for ever (完全公开共享).
    PUBLIC,
    /// To a known recipient under an agreement (受控公开共享).
    CONTROLLED,
    /// Inside a domain that the recipient works in (领地公开共享).
    ENCLAVE
}
