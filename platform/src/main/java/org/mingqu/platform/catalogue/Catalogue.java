package org.mingqu.platform.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The catalogue's door for other rooms: what is published, and in which version it is in use.
@Service
public class Catalogue {

    private final CatalogueStore resources;
    private final VersionStore versions;

    Catalogue(CatalogueStore resources, VersionStore versions) {
        this.resources = resources;
        this.versions = versions;
    }

    /// A resource that the catalogue shows; empty if there is none, or it was never published, or is withdrawn.
    @Transactional(readOnly = true)
    public Optional<PublishedResource> published(UUID resource) {
        return resources.find(resource).filter(Resource::isShown).flatMap(this::inUse);
    }

    /// A resource that was published once, even if it has been withdrawn from the catalogue since: for what an old
    /// case or agreement names.
    @Transactional(readOnly = true)
    public Optional<PublishedResource> known(UUID resource) {
        return resources.find(resource).flatMap(this::inUse);
    }

    private Optional<PublishedResource> inUse(Resource it) {
        var version = it.publishedVersion();
        if (version == null) {
            return Optional.empty();
        }
        return versions.find(it.id(), version)
                .map(data -> new PublishedResource(
                        it.id(),
                        it.department(),
                        it.departmentName(),
                        it.name(),
                        it.description().title(),
                        data.version(),
                        data.rows(),
                        data.subject(),
                        data.subjectKind(),
                        data.maxRowsPerSubject(),
                        data.columns()));
    }
}
