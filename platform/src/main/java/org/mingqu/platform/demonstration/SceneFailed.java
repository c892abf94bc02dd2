package org.mingqu.platform.demonstration;

/// A scene of the demonstration could not be played. It is tried again at the next start.
final class SceneFailed extends RuntimeException {

    /// A call that was refused.
    ///
    /// @param status of the answer; 0 if there was none
    SceneFailed(String username, String method, String path, int status, String problem) {
        super("%s could not %s %s: %d %s".formatted(username, method, path, status, problem));
    }

    SceneFailed(String message) {
        super(message);
    }
}
