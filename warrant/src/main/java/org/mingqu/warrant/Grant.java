package org.mingqu.warrant;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a query may see: the tables and columns that the agreement grants, and within which limits.
///
/// Type, class, grade, label, bounds and subject of a column are not stated here: the enclave knows them from
/// the landing and nobody can widen them by an order.
///
/// @param scenario the approved scenario
/// @param dataSets under which conditions rows may leave; null if they may not
/// @param models under which conditions models may leave; null if they may not
public record Grant(
        String scenario,
        List<Table> tables,
        Limits limits,
        @Nullable DataSets dataSets,
        @Nullable Models models) {

    public Grant {
        tables = List.copyOf(tables);
    }

    /// A grant under which no rows and no models leave.
    public Grant(String scenario, List<Table> tables, Limits limits) {
        this(scenario, tables, limits, null, null);
    }

    /// A grant under which no models leave.
    public Grant(String scenario, List<Table> tables, Limits limits, @Nullable DataSets dataSets) {
        this(scenario, tables, limits, dataSets, null);
    }

    /// What a model must keep to (art. 22).
    ///
    /// @param perParameter the fewest subjects for each coefficient
    /// @param leverage the most by which one subject may move what is said of it, in hundredths
    /// @param advantage the most by which an attacker who guesses who was in it may be right more often than
    ///     wrong, in hundredths
    /// @param canary how much better it may know made-up rows that were put in than others, in hundredths
    /// @param maxRows a model from more is refused
    public record Models(int perParameter, int leverage, int advantage, int canary, int maxRows) {

        /// 10 subjects for each coefficient, leverage 0.5, advantage 0.1, canaries 0.3, 100,000 rows.
        public static final Models USUAL = new Models(10, 50, 10, 30, 100_000);
    }

    /// What a data set of rows must keep to (art. 3, 20, 22).
    ///
    /// @param sharing to whom it goes
    /// @param highestGrade a column above it is in no row
    /// @param k the fewest subjects that share the describing columns of a row; the threshold counts if it is
    ///     greater
    /// @param l the fewest different values of a sensitive column among them
    /// @param closeness how far their sensitive values may be from those of all, in hundredths from 0 to 100
    /// @param attempt how likely somebody tries to find a subject again where the data go, in hundredths
    /// @param suppressible the greatest share of rows that may be left out, in hundredths
    /// @param maxRows a data set with more is refused
    public record DataSets(
            Sharing sharing,
            int highestGrade,
            int k,
            int l,
            int closeness,
            int attempt,
            int suppressible,
            int maxRows) {

        /// Controlled sharing up to grade 3: k 5, l 2, t 0.3, attempts 20 %, 5 % left out, 100,000 rows.
        public static final DataSets USUAL = new DataSets(Sharing.CONTROLLED, 3, 5, 2, 30, 20, 5, 100_000);
    }

    /// A granted table.
    ///
    /// @param resource whose data
    /// @param version which version; 0 for the newest that landed
    /// @param name how queries name it; a Chinese name is fine
    /// @param label for people
    /// @param columns which columns; others do not exist for the query
    /// @param budgetMilli what all workspaces together may spend on this resource, in thousandths of epsilon
    /// @param subjects whose rows are there for the query (art. 20, 37); empty for everybody's
    public record Table(
            String resource,
            int version,
            String name,
            String label,
            List<Column> columns,
            long budgetMilli,
            List<Subjects> subjects) {

        public Table {
            columns = List.copyOf(columns);
            subjects = List.copyOf(subjects);
        }

        /// A table with everybody's rows.
        public Table(String resource, int version, String name, String label, List<Column> columns, long budgetMilli) {
            this(resource, version, name, label, columns, budgetMilli, List.of());
        }
    }

    /// A list of subjects that the enclave keeps: see [Order.KeepSubjects].
    ///
    /// @param revision the enclave must have exactly this one, or the run is refused (`subjects-behind`)
    /// @param only whether the rows of those on the list are there and no others; else all but theirs
    public record Subjects(String list, long revision, boolean only) {}

    /// A granted column.
    ///
    /// @param name as confirmed at landing
    /// @param rights what it may be used for
    public record Column(String name, Set<Right> rights, Mask mask) {

        public Column {
            var sorted = EnumSet.noneOf(Right.class);
            sorted.addAll(rights);
            rights = Collections.unmodifiableSet(sorted);
        }
    }

    /// Limits of a query.
    ///
    /// @param threshold the least number of subjects behind a released group
    /// @param maxGroups the most groups of an answer
    /// @param maxRows the most rows of an answer
    /// @param timeoutSeconds after which a run is cancelled
    /// @param rounding the base to whose multiples counts of an exact answer are rounded; below 2 for none
    public record Limits(int threshold, int maxGroups, int maxRows, int timeoutSeconds, int rounding) {

        /// Limits without rounding.
        public Limits(int threshold, int maxGroups, int maxRows, int timeoutSeconds) {
            this(threshold, maxGroups, maxRows, timeoutSeconds, 0);
        }

        /// Threshold 10, 10,000 groups and rows, 60 s.
        public static final Limits USUAL = new Limits(10, 10_000, 10_000, 60);
    }
}
