package org.mingqu.platform.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingqu.platform.catalogue.Catalogue;
import org.mingqu.platform.catalogue.CatalogueColumn;
import org.mingqu.platform.catalogue.ColumnRules;
import org.mingqu.platform.catalogue.PublishedResource;
import org.mingqu.platform.rules.Rules;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Mask;
import org.mingqu.warrant.Right;
import org.mingqu.warrant.Sharing;
import org.springframework.stereotype.Component;

/// What a workspace may use today: the columns that were granted, under the conditions of the consents, with
/// the rights that their class and grade have by the authority's table. Nothing a person types can widen it.
@Component
class GrantMaker {

    private static final int MOST_GROUPS = 10_000;
    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST_SECONDS = 120;

    private static final Set<Right> OWN = EnumSet.of(Right.GROUP, Right.FILTER, Right.OUTPUT_AGGREGATE);

    private final Catalogue catalogue;
    private final ColumnRules rules;
    private final SubjectRule subjects;
    private final Rules figures;
    private final OwnTableStore own;

    GrantMaker(Catalogue catalogue, ColumnRules rules, SubjectRule subjects, Rules figures, OwnTableStore own) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.subjects = subjects;
        this.figures = figures;
        this.own = own;
    }

    /// One granted table: the resource as it is now, and what of it may be used.
    record Granted(PublishedResource resource, List<GrantedColumn> columns) {

        int highestGrade() {
            return columns.stream().mapToInt(it -> it.column().grade()).max().orElse(1);
        }
    }

    record GrantedColumn(CatalogueColumn column, Set<Right> rights, Mask mask) {}

    List<Granted> granted(Workspace workspace, LocalDate day) {
        var tables = new ArrayList<Granted>();
        for (var table : workspace.tables()) {
            catalogue.published(table.resource()).ifPresent(resource -> {
                var columns = table.columns().stream()
                        .flatMap(it -> column(resource, it, day).stream())
                        .toList();
                if (!columns.isEmpty()) {
                    tables.add(new Granted(resource, columns));
                }
            });
        }
        return tables;
    }

    /// @param sharing to whom the rows of a data set go
    Grant grant(Workspace workspace, LocalDate day, Sharing sharing) {
        var tables = granted(workspace, day);
        var rule = rules.of(highest(tables), day);
        return new Grant(
                workspace.scenario(),
                Stream.concat(
                                tables.stream().map(it -> table(workspace, it, day)),
                                own.of(workspace.id()).stream()
                                        .filter(it -> it.state() == OwnTable.State.LANDED)
                                        .map(GrantMaker::table))
                        .toList(),
                new Grant.Limits(rule.threshold(), MOST_GROUPS, MOST_ROWS, LONGEST_SECONDS, rule.rounding()),
                dataSets(sharing, day),
                models(day));
    }

    /// A table that the partner brought along: the domain narrows what it may be used for, whatever stands
    /// here.
    private static Grant.Table table(OwnTable it) {
        var columns = it.columns().stream()
                .filter(column ->
                        column.columnClass() != ColumnClass.NEVER && column.columnClass() != ColumnClass.IDENTIFIER)
                .map(column -> new Grant.Column(column.name(), OWN, Mask.NONE))
                .collect(Collectors.toCollection(ArrayList::new));
        var subject = it.subject();
        if (subject != null) {
            columns.add(new Grant.Column(subject, EnumSet.of(Right.JOIN), Mask.PSEUDONYM));
        }
        return new Grant.Table(it.id().toString(), 1, it.name(), it.title(), columns, 0);
    }

    /// What rows must keep to, by the register (art. 20).
    private Grant.DataSets dataSets(Sharing sharing, LocalDate day) {
        return new Grant.DataSets(
                sharing,
                figures.number("dataset-grade", day),
                figures.number("dataset-k", day),
                figures.number("dataset-l", day),
                figures.number("dataset-t", day),
                figures.number("dataset-attempt", day),
                figures.number("dataset-left-out", day),
                figures.number("dataset-rows", day));
    }

    /// What models must keep to, by the register (art. 22).
    private Grant.Models models(LocalDate day) {
        return new Grant.Models(
                figures.number("model-subjects", day),
                figures.number("model-leverage", day),
                figures.number("model-advantage", day),
                figures.number("model-canary", day),
                figures.number("model-rows", day));
    }

    int threshold(Workspace workspace, LocalDate day) {
        return rules.of(grade(workspace, day), day).threshold();
    }

    /// The highest grade of a column that a workspace may use on a day.
    int grade(Workspace workspace, LocalDate day) {
        return highest(granted(workspace, day));
    }

    private static int highest(List<Granted> tables) {
        return tables.stream().mapToInt(Granted::highestGrade).max().orElse(1);
    }

    long budgetMilli(Granted it, LocalDate day) {
        return rules.of(it.highestGrade(), day).budgetMilli();
    }

    private Grant.Table table(Workspace workspace, Granted it, LocalDate day) {
        var resource = it.resource();
        return new Grant.Table(
                resource.id().toString(),
                resource.version(),
                resource.name(),
                resource.title(),
                it.columns().stream()
                        .map(column -> new Grant.Column(column.column().name(), column.rights(), column.mask()))
                        .toList(),
                budgetMilli(it, day),
                subjects.of(workspace.id(), resource.id(), day));
    }

    private Optional<GrantedColumn> column(PublishedResource resource, Workspace.Column granted, LocalDate day) {
        return resource.columns().stream()
                .filter(it -> it.name().equals(granted.name()) && it.columnClass() != ColumnClass.NEVER)
                .findFirst()
                .map(it -> new GrantedColumn(
                        it, under(granted.mask(), rules.rights(it.columnClass(), it.grade(), day)), granted.mask()));
    }

    /// A masked value cannot do all that the value could: a starred text matches too many, a band is no
    /// amount.
    private static Set<Right> under(Mask mask, Set<Right> rights) {
        var left = rights.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(rights);
        switch (mask) {
            case NONE -> {}
            case PSEUDONYM -> left.retainAll(EnumSet.of(Right.JOIN, Right.COUNT_DISTINCT, Right.GROUP));
            case PARTIAL, GENERALISE -> left.retainAll(EnumSet.of(Right.GROUP, Right.FILTER));
        }
        return left;
    }
}
