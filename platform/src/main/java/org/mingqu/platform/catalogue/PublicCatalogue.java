package org.mingqu.platform.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.catalogue.CatalogueEntry.DictionaryColumn;
import org.mingqu.platform.catalogue.CatalogueEntry.VersionLine;
import org.mingqu.platform.domain.Domain;
import org.mingqu.platform.domain.Use;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.ResultTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What anybody may read: the published resources, and samples that were never anybody's data.
@Service
class PublicCatalogue {

    private static final int SAMPLE_ROWS = 20;

    private final CatalogueStore resources;
    private final VersionStore versions;
    private final ColumnRules rules;
    private final Domain domain;
    private final Clock clock;

    PublicCatalogue(CatalogueStore resources, VersionStore versions, ColumnRules rules, Domain domain, Clock clock) {
        this.resources = resources;
        this.versions = versions;
        this.rules = rules;
        this.domain = domain;
        this.clock = clock;
    }

    /// What to look for; empty and null look for everything.
    ///
    /// @param grade the highest grade that an item may have
    record Search(
            String text,
            @Nullable UUID department,
            @Nullable Integer grade,
            @Nullable Freshness freshness) {

        boolean finds(CatalogueItem it) {
            var wanted = text.strip().toLowerCase(Locale.ROOT);
            var said = (it.name() + " " + it.title() + " " + it.summary() + " "
                            + it.department().name())
                    .toLowerCase(Locale.ROOT);
            return said.contains(wanted)
                    && (department == null || department.equals(it.department().id()))
                    && (grade == null || grade == it.grade())
                    && (freshness == null || freshness == it.freshness());
        }
    }

    @Transactional(readOnly = true)
    public Page<CatalogueItem> browse(Search search, int page, int size) {
        var found = resources.shown().stream()
                .flatMap(it -> shownVersion(it).map(data -> item(it, data)).stream())
                .filter(search::finds)
                .toList();
        return new Paging(page, size).of(found);
    }

    @Transactional(readOnly = true)
    public CatalogueEntry entry(UUID id) {
        var resource = shown(id);
        var data = shownVersion(resource).orElseThrow(Refusals::noSuchResource);
        var today = today();
        var columns = data.columns().stream()
                .map(it -> DictionaryColumn.of(it, rules.rights(it.columnClass(), it.grade(), today)))
                .toList();
        var lines = versions.of(id).stream()
                .filter(it -> it.version() <= data.version())
                .map(VersionLine::of)
                .toList();
        return CatalogueEntry.of(item(resource, data), resource, data, columns, lines);
    }

    /// Not in a transaction: a database connection is not held while the enclave works.
    CatalogueController.SyntheticSample sample(UUID id) {
        var data = shownVersion(shown(id)).orElseThrow(Refusals::noSuchResource);
        var order = new Order.SyntheticSample(id.toString(), data.version(), SAMPLE_ROWS, data.version());
        var table = domain.order(Use.PLATFORM, order, Answer.Sample.class).table();
        var columns = table.columns().stream().map(ResultTable.Column::name).toList();
        return new CatalogueController.SyntheticSample(columns, table.rows(), true);
    }

    CatalogueItem item(Resource it, DataVersion data) {
        var refreshed = latest(it).map(DataVersion::at).orElse(null);
        var said = it.description();
        return new CatalogueItem(
                it.id(),
                it.name(),
                said.title(),
                said.summary(),
                new Party(it.department(), it.departmentName(), "SOURCE"),
                data.columns().stream().mapToInt(CatalogueColumn::grade).max().orElse(1),
                data.rows(),
                said.updateCycle(),
                refreshed,
                said.updateCycle().on(today(), day(refreshed)),
                data.quality() == null
                        ? null
                        : new CatalogueItem.Quality(data.quality(), requireNonNull(data.qualityAt())),
                data.subjectKind(),
                data.columns().size(),
                it.publishedAt());
    }

    private Resource shown(UUID id) {
        return resources.find(id).filter(Resource::isShown).orElseThrow(Refusals::noSuchResource);
    }

    private Optional<DataVersion> shownVersion(Resource it) {
        return versions.find(it.id(), requireNonNull(it.publishedVersion()));
    }

    private Optional<DataVersion> latest(Resource it) {
        return Optional.ofNullable(it.dataVersion()).flatMap(version -> versions.find(it.id(), version));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, clock.getZone());
    }
}
