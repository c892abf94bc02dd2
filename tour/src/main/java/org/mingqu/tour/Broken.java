package org.mingqu.tour;

/// Something of the story did not hold: what was looked at, what the Measures or the house want, and what came.
final class Broken extends RuntimeException {

    private final String what;
    private final String wanted;
    private final String came;

    /// A fault in the story.
    ///
    /// @param what key of the sentence that says what was looked at
    Broken(String what, Object wanted, Object came) {
        super("%s: %s, not %s".formatted(what, wanted, came));
        this.what = what;
        this.wanted = String.valueOf(wanted);
        this.came = String.valueOf(came);
    }

    String what() {
        return what;
    }

    String wanted() {
        return wanted;
    }

    String came() {
        return came;
    }
}
