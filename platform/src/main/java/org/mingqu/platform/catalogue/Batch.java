package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One publication of the catalogue by the authority (art. 5 no. 1): which resources, in which version.
record Batch(
        UUID id, String number, String title, Instant publishedAt, UUID person, String personName, List<Item> items) {

    Batch of(List<Item> published) {
        return new Batch(id, number, title, publishedAt, person, personName, published);
    }

    record Item(UUID resource, String title, String departmentName, int version) {}
}
