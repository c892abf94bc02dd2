package org.mingqu.enclave.workspace;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.release.Groups;
import org.mingqu.enclave.release.OwnGroups;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.ReviewedCells;

/// The groups of an answer where they stand in the engine.
final class Listing {

    private final Statement statement;
    private final ReviewedCells cells;

    Listing(Statement statement, ReviewedCells cells) {
        this.statement = statement;
        this.cells = cells;
    }

    long count() throws SQLException {
        try (var result = statement.executeQuery("SELECT count(*) FROM " + ReviewedCells.GROUPS)) {
            result.next();
            return result.getLong(1);
        }
    }

    /// Reads the groups with all that their cells are made of; says whether a row of a table occurs several
    /// times in a cell.
    boolean fill(Groups groups) throws SQLException {
        try (var result = statement.executeQuery("SELECT * FROM " + ReviewedCells.GROUPS + " ORDER BY g")) {
            var columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var keys = new ArrayList<@Nullable String>();
                for (var i = 0; i < cells.keys(); i++) {
                    var value = Result.plain(result.getObject(2 + i));
                    keys.add(value == null ? null : value.toString());
                }
                groups.group(keys, result.getLong(columns));
            }
        }
        var repeated = false;
        try (var result = statement.executeQuery(cells.units())) {
            while (result.next()) {
                groups.unit(result.getInt(1), result.getInt(2), result.getInt(3), result.getLong(4));
                repeated |= result.getLong(5) > 1;
            }
        }
        if (!cells.contributions().isEmpty()) {
            try (var result = statement.executeQuery(cells.contributions())) {
                while (result.next()) {
                    groups.contribution(result.getInt(1), result.getInt(2), result.getDouble(3));
                }
            }
        }
        return repeated;
    }

    /// For each own table which of its subjects share the values of those of its columns that are keys.
    List<OwnGroups> own(Grants grants) throws SQLException {
        var all = new ArrayList<OwnGroups>();
        for (var own : cells.own()) {
            var places = own.keys().keySet().stream().sorted().toList();
            var groups = new OwnGroups(grants.dictionary(own.table()), places);
            var columns = new ArrayList<>(List.of(Duck.name(GrantedTable.UNIT)));
            places.forEach(
                    place -> columns.add(Duck.name(String.valueOf(own.keys().get(place)))));
            try (var result = statement.executeQuery(
                    "SELECT %s FROM main.%s".formatted(String.join(", ", columns), Duck.name(own.table())))) {
                while (result.next()) {
                    var keys = new ArrayList<@Nullable String>();
                    for (var i = 0; i < places.size(); i++) {
                        var value = Result.plain(result.getObject(2 + i));
                        keys.add(value == null ? null : value.toString());
                    }
                    groups.add(keys, result.getLong(1));
                }
            }
            all.add(groups);
        }
        return all;
    }

    void takeOut(Set<Integer> withheld) throws SQLException {
        if (!withheld.isEmpty()) {
            var numbers = withheld.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            statement.execute(
                    "UPDATE %s SET %s = 0 WHERE g IN (%s)".formatted(ReviewedCells.GROUPS, cells.behind(), numbers));
        }
    }
}
