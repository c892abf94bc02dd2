package org.mingqu.platform.rights;

/// What a data subject may ask for by art. 37.
enum RequestKind {
    COPY("FB"),
    OBJECTION("YY"),
    COMPLAINT("TS");

    private final String prefix;

    RequestKind(String prefix) {
        this.prefix = prefix;
    }

    /// Of the numbers of its cases.
    String prefix() {
        return prefix;
    }
}
