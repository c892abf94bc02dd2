package org.mingqu.platform.procedures;

/// A step that is open to the person who looks.
///
/// @param party the role whose step it is
public record OpenMove(String step, String article, boolean needsOpinion, String party) {

    public static OpenMove of(Move<?, ?> it) {
        return new OpenMove(
                it.step().name(), it.article(), it.needsOpinion(), it.by().name());
    }
}
