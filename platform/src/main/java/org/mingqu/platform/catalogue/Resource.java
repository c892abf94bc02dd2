package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resource as its department keeps it: what it says about itself and how far it has come.
///
/// @param dataVersion the latest version that landed; null before the first
/// @param publishedVersion the version the catalogue shows; null before the first publication
/// @param version counts every change, so that a stale one is told
record Resource(
        UUID id,
        UUID department,
        String departmentName,
        String name,
        Description description,
        State state,
        @Nullable Integer dataVersion,
        @Nullable Integer publishedVersion,
        @Nullable Instant publishedAt,
        int version) {

    /// How far a resource has come. A published one may have a newer version that waits for publication.
    enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        WITHDRAWN
    }

    /// What a department says about a resource (art. 6 no. 2).
    ///
    /// @param retention how long the data are kept, in words of the department
    record Description(
            String title,
            String summary,
            UpdateCycle updateCycle,
            String legalBasis,
            String contact,
            String retention) {}

    Resource with(Description changed) {
        return new Resource(
                id,
                department,
                departmentName,
                name,
                changed,
                state,
                dataVersion,
                publishedVersion,
                publishedAt,
                version + 1);
    }

    Resource in(State next) {
        return new Resource(
                id,
                department,
                departmentName,
                name,
                description,
                next,
                dataVersion,
                publishedVersion,
                publishedAt,
                version + 1);
    }

    /// The resource after a version has landed. A refresh that changes no column is shown at once; one that does
    /// waits until it is submitted and published anew.
    Resource landed(int landed, boolean sameColumns) {
        var shown = sameColumns && publishedVersion != null && state == State.PUBLISHED;
        return new Resource(
                id,
                department,
                departmentName,
                name,
                description,
                shown || state == State.WITHDRAWN ? state : State.DRAFT,
                landed,
                shown ? Integer.valueOf(landed) : publishedVersion,
                publishedAt,
                version + 1);
    }

    Resource published(Instant at) {
        return new Resource(
                id,
                department,
                departmentName,
                name,
                description,
                State.PUBLISHED,
                dataVersion,
                dataVersion,
                at,
                version + 1);
    }

    boolean isShown() {
        return publishedVersion != null && state != State.WITHDRAWN;
    }
}
