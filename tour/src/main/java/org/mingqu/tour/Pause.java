package org.mingqu.tour;

import java.time.Duration;

/// A wait between two looks.
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("expect.time", time, e);
        }
    }
}
