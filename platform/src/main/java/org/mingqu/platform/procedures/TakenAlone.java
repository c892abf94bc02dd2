package org.mingqu.platform.procedures;

/// Why a step is taken on the page of its matter only: not for several cases together, and not on a colleague's
/// signature.
public enum TakenAlone {
    /// It is in the party's own matter: handing it in, taking it back, contesting a decision about it.
    OWN("step-alone-own"),
    /// It needs entries of its own, such as a day, a department, or an answer to each item.
    FORM("step-not-alone"),
    /// A text is read and signed.
    SIGNATURE("step-alone-signature"),
    /// It goes by files, rows or a list that lie on the page of the matter.
    MATTER("step-alone-matter");

    private final String code;

    TakenAlone(String code) {
        this.code = code;
    }

    /// The problem that says so in words.
    public String code() {
        return code;
    }
}
