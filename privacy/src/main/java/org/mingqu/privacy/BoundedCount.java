package org.mingqu.privacy;

/// A count of rows, or of groups a subject is in.
///
/// @param maxPerSubject the most that one subject may add to all groups together; at least 1
public record BoundedCount(long maxPerSubject) implements Bounded {

    public BoundedCount {
        if (maxPerSubject < 1) {
            throw new IllegalArgumentException(
                    "a subject must count at least once, but the bound was " + maxPerSubject);
        }
    }

    @Override
    public long sensitivity() {
        return maxPerSubject;
    }

    @Override
    public long bound(long value) {
        return Math.clamp(value, 0, maxPerSubject);
    }
}
