package org.mingqu.privacy.risk;

/// To whom data are given, which decides how great a class must be.
///
/// Source: GB/T 42460-2023, annex D; the number is 1/τ.
public enum Sharing {
    /// To anybody, for ever (完全公开共享).
    PUBLIC(20),
    /// To a known recipient under an agreement (受控公开共享).
    CONTROLLED(5),
    /// Inside a domain that the recipient works in (领地公开共享).
    ENCLAVE(3);

    private final int least;

    Sharing(int least) {
        this.least = least;
    }

    /// The least class that is not above the class threshold.
    public int least() {
        return least;
    }
}
