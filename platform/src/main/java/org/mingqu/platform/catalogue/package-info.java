/// The catalogue for authorised operation (art. 5 and 6): a source department registers a resource, loads and
/// refreshes it, says what each column is and how sensitive; the authority publishes it in batches; anybody reads
/// what is published: dictionary, quality, freshness, a synthetic sample.
///
/// Its door is [Catalogue] (what is published, for the rooms that grant and use it), with [PublishedResource] and
/// [CatalogueColumn] as the answers. No raw value ever comes into this room: the browser uploads to the enclave's own
/// door with a ticket, and what comes back are counts, types and proposals.
@ApplicationModule(displayName = "Catalogue", allowedDependencies = "domain")
@NullMarked
package org.mingqu.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
