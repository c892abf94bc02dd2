package org.mingqu.platform.parties;

/// Keeps secrets in the database so that they are of no use to whoever has the database alone.
public interface Seals {

    /// Seals a text.
    ///
    /// @param owner whom it belongs to; the same is needed to open it
    byte[] seal(String text, String owner);

    /// Opens what was sealed for that owner.
    ///
    /// @throws IllegalStateException if it was changed, is another's, or was sealed under another key
    String open(byte[] sealed, String owner);
}
