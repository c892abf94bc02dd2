package org.mingqu.platform.demonstration;

import java.time.Duration;

/// Waiting between two looks.
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SceneFailed("interrupted while waiting");
        }
    }
}
