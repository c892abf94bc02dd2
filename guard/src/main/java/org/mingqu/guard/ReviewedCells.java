package org.mingqu.guard;

import java.util.List;

/// How an exact answer over subjects is made when every cell's subjects are to be known: on one connection
///
/// 1. [#groups()] makes the table [#GROUPS] of the released groups: a number `g`, the keys `c0`, `c1`, …,
/// what was computed, and last, in the column [#behind()], at least how many subjects are behind the group;
/// 2. [#units()] and [#contributions()] tell what each group is made of;
/// 3. a group that may not be shown gets 0 in [#behind()]: it is then one of too few subjects, for totals
/// over the groups too;
/// 4. [#sql()] gives the rows for [ReviewedAnswer].
///
/// A cell is a group, or where conditions (CASE, FILTER) cut it, each part of it. All numbers of a cell are
/// sums over its rows, so what a unit puts into them is fixed by how often it occurs.
///
/// @param groups a statement that makes the table
/// @param behind the name of its last column
/// @param keys how many columns are keys
/// @param tables for each reading the granted table whose units it lists
/// @param units rows of `reading, g, part, unit, times`: how often a unit of the table of that reading occurs
///     in a part of a group
/// @param contributions rows of `measure, g, value`: what one subject puts into a sum or an average; empty
///     where nothing is added up
/// @param sensitiveKeys which keys are made of sensitive columns
/// @param sensitiveParts whether sensitive columns decide about the parts
/// @param own the tables that whoever asks has brought along, among those whose units are listed
/// @param sql the answer, from the table
public record ReviewedCells(
        String groups,
        String behind,
        int keys,
        List<String> tables,
        String units,
        String contributions,
        List<Integer> sensitiveKeys,
        boolean sensitiveParts,
        List<Own> own,
        String sql) {

    /// An own table that the answer reads. Whoever asks knows which of its subjects share the values of its
    /// columns, so that a cell of nearly all of those would say of each of them what it says of the cell.
    ///
    /// @param table its name as granted
    /// @param keys for each key that is one of its columns as it is, the place of the key, from 0, and the
    ///     column
    public record Own(String table, java.util.Map<Integer, String> keys) {

        public Own {
            keys = java.util.Map.copyOf(keys);
        }
    }

    /// The table of the released groups; it belongs to the connection that made it.
    public static final String GROUPS = "temp.main.\"$groups\"";

    public ReviewedCells {
        tables = List.copyOf(tables);
        own = List.copyOf(own);
        sensitiveKeys = List.copyOf(sensitiveKeys);
    }
}
