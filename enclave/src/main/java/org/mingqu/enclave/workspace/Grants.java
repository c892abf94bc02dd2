package org.mingqu.enclave.workspace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.guard.GrantedColumn;
import org.mingqu.guard.GrantedTable;
import org.mingqu.guard.Limits;
import org.mingqu.guard.Right;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.Grant;
import org.mingqu.warrant.Mask;

/// A grant together with what the enclave knows of the versions it names.
///
/// @param tables by their names in queries
record Grants(Grant grant, Map<String, Granted> tables) {

    /// A granted table and its version.
    record Granted(Grant.Table table, Versions.Version version) {

        ColumnSpec column(String name) {
            return version.facts().description().columns().stream()
                    .map(column -> column.column())
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> EnclaveRefused.of("grant-invalid", "18", "reason", name));
        }

        String subject() {
            var subject = version.facts().description().subject();
            return subject == null ? "" : subject;
        }

        String kind() {
            return version.facts().description().subjectKind();
        }

        /// Whether the partner brought it along.
        boolean isOwn() {
            return version.facts().description().workspace() != null;
        }

        /// Which dictionary numbers its subjects. All own tables of a workspace have one, so that a table
        /// that is brought a second time has the same subjects.
        String dictionary() {
            return isOwn() ? "own-" + version.facts().description().workspace() + "-" + kind() : version.resource();
        }

        /// Whether a column is in the workspace at all: of what identifies in an own table only the subject
        /// is.
        boolean isUsed(ColumnSpec column) {
            return column.columnClass() != ColumnClass.NEVER
                    && (!isOwn()
                            || column.columnClass() != ColumnClass.IDENTIFIER
                            || column.name().equals(subject()));
        }
    }

    /// @param workspace in which the grant is used; own tables of others are refused
    static Grants of(String workspace, Grant grant, Versions versions) {
        var tables = new TreeMap<String, Granted>();
        for (var table : grant.tables()) {
            var granted = new Granted(table, versions.find(table.resource(), table.version()));
            var owner = granted.version().facts().description().workspace();
            if (owner != null && !owner.equals(workspace)) {
                throw EnclaveRefused.of("own-table-elsewhere", "16");
            }
            if (tables.put(table.name(), granted) != null) {
                throw EnclaveRefused.of("grant-invalid", "18", "reason", table.name());
            }
        }
        if (tables.isEmpty()) {
            throw EnclaveRefused.of("grant-invalid", "18", "reason", "0");
        }
        return new Grants(grant, tables);
    }

    /// What the guard is told.
    org.mingqu.guard.Grant forGuard() {
        try {
            var limits = grant.limits();
            return new org.mingqu.guard.Grant(
                    grant.scenario(),
                    tables.values().stream().map(this::table).toList(),
                    new Limits(limits.threshold(), limits.maxGroups(), limits.maxRows(), limits.timeoutSeconds()));
        } catch (IllegalArgumentException e) {
            throw EnclaveRefused.of("grant-invalid", "18", "reason", String.valueOf(e.getMessage()));
        }
    }

    private GrantedTable table(Granted granted) {
        var description = granted.version().facts().description();
        var columns = new ArrayList<GrantedColumn>();
        for (var column : granted.table().columns()) {
            var spec = granted.column(column.name());
            if (granted.isUsed(spec)) {
                columns.add(column(spec, column));
            }
        }
        return new GrantedTable(
                granted.table().name(),
                granted.table().label(),
                columns,
                description.subject(),
                description.subject() == null ? "" : description.subjectKind(),
                description.maxRowsPerSubject(),
                description.rows(),
                true, // the vault seals these facts with the rows on which they were measured
                granted.isOwn());
    }

    private GrantedColumn column(ColumnSpec spec, Grant.Column column) {
        var rights = column.rights().stream()
                .map(right -> Right.valueOf(right.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
        if (mayBeInRows(spec, column)) {
            rights.add(Right.ROW);
        }
        var bounded = spec.lower() != null && spec.upper() != null && column.mask() == Mask.NONE;
        var type = Masks.type(spec, column.mask());
        return new GrantedColumn(
                spec.name(),
                spec.label(),
                org.mingqu.guard.ColumnType.valueOf(type.name()),
                type == ColumnType.DECIMAL || type == ColumnType.DOUBLE ? spec.scale() : 0,
                org.mingqu.guard.ColumnClass.valueOf(spec.columnClass().name()),
                spec.grade(),
                rights,
                bounded ? spec.lower() : null,
                bounded ? spec.upper() : null);
    }

    /// Whether a column may be in the rows of a data set: below the highest grade, an identifier only masked,
    /// and what may not even be in statistics not at all.
    private boolean mayBeInRows(ColumnSpec spec, Grant.Column column) {
        var rows = grant.dataSets();
        if (rows == null || spec.grade() > rows.highestGrade()) {
            return false;
        }
        return spec.columnClass() == ColumnClass.IDENTIFIER
                ? column.mask() != Mask.NONE
                : !column.rights().isEmpty();
    }

    /// A text that is equal for grants that need the same tables: names, versions, columns, masks, whose
    /// rows.
    String shape() {
        return tables.values().stream()
                .map(granted -> granted.table().name() + "=" + granted.version().resource() + "/"
                        + granted.version().number()
                        + subjects(granted.table())
                        + granted.table().columns().stream()
                                .map(column -> column.name() + ":" + column.mask())
                                .sorted()
                                .toList())
                .collect(Collectors.joining("\n"));
    }

    private static String subjects(Grant.Table table) {
        return table.subjects().isEmpty() ? "" : table.subjects().toString();
    }

    /// The resource behind a table's name.
    String resource(String table) {
        return granted(table).version().resource();
    }

    /// The dictionary of the subjects of a table.
    String dictionary(String table) {
        return granted(table).dictionary();
    }

    boolean isOwn(String table) {
        return granted(table).isOwn();
    }

    String label(String table) {
        return granted(table).table().label();
    }

    /// A column as people know it.
    String shown(String table, String column) {
        var granted = granted(table);
        return granted.table().label() + "." + granted.column(column).label();
    }

    /// How a column is masked; one that is not granted itself is under a pseudonym.
    Mask mask(String table, String column) {
        return granted(table).table().columns().stream()
                .filter(it -> it.name().equals(column))
                .map(Grant.Column::mask)
                .findFirst()
                .orElse(Mask.PSEUDONYM);
    }

    ColumnClass columnClass(String table, String column) {
        return granted(table).column(column).columnClass();
    }

    boolean isSubject(String table, String column) {
        return granted(table).subject().equals(column);
    }

    private Granted granted(String table) {
        var granted = tables.get(table);
        if (granted == null) {
            throw new IllegalStateException("a table that is not granted");
        }
        return granted;
    }

    List<Granted> all() {
        return List.copyOf(tables.values());
    }
}
