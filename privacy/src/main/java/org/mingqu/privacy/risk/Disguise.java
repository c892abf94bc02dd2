package org.mingqu.privacy.risk;

/// In which form a column of the vault stands in a result, whatever it is called there.
public enum Disguise {
    /// As it is.
    NONE,
    /// In other case, width or form of characters, or with other spaces and punctuation.
    NORMALISED,
    /// Written backwards.
    REVERSED,
    /// As a digest without a key: MD5, SHA-1, SHA-256 or SM3, in hexadecimal or Base64.
    HASHED,
    /// Together with something else: before it, after it, or between separators.
    CONCATENATED
}
