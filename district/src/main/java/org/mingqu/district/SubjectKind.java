package org.mingqu.district;

/// Whom the rows of a resource are about (art. 3 no. 8).
public enum SubjectKind {
    PERSON("person"),
    HOUSEHOLD("household"),
    ENTERPRISE("enterprise"),
    NONE("");

    private final String code;

    SubjectKind(String code) {
        this.code = code;
    }

    /// What the guard calls it: `person`, `household`, `enterprise`, or empty.
    public String code() {
        return code;
    }
}
