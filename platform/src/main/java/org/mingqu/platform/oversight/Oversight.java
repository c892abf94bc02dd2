package org.mingqu.platform.oversight;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.evidence.CaseEvidence;
import org.mingqu.platform.evidence.Evidence;
import org.mingqu.platform.evidence.Packages;
import org.mingqu.platform.oversight.RemitScopes.Scope;
import org.mingqu.platform.oversight.RemitScopes.Sort;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.pricing.IncomeStatements;
import org.mingqu.platform.pricing.IncomeStatements.Statement;
import org.mingqu.platform.procedures.CaseFile;
import org.mingqu.platform.procedures.CaseRegister;
import org.mingqu.platform.rules.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What a regulator sees of its remit, and what it takes away.
@Service
class Oversight {

    private static final int MOST = 500;
    private static final int MOST_RECEIPTS = 2_000;
    private static final int LONGEST_PURPOSE = 200;
    /// Without it spreadsheet programs take UTF-8 for the system's own encoding.
    private static final String MARK = "\uFEFF";

    private final RemitScopes scopes;
    private final CaseRegister cases;
    private final CaseEvidence entries;
    private final IncomeStatements income;
    private final Looks looks;
    private final Evidence evidence;
    private final Packages packages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Oversight(
            RemitScopes scopes,
            CaseRegister cases,
            CaseEvidence entries,
            IncomeStatements income,
            Looks looks,
            Evidence evidence,
            Packages packages,
            TransactionTemplate transaction,
            Clock clock) {
        this.scopes = scopes;
        this.cases = cases;
        this.entries = entries;
        this.income = income;
        this.looks = looks;
        this.evidence = evidence;
        this.packages = packages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// All of a remit.
    record Remitted(String remit, List<Scope> scopes, List<CaseFile> cases, List<Statement> income) {}

    /// What is to be taken away.
    record ExportOrder(@Nullable String purpose) {}

    Remitted look(Actor actor) {
        var remit = remit(actor);
        looks.looked(actor, "remit " + remit);
        return read(remit, actor);
    }

    private String remit(Actor actor) {
        actor.must(Role.SECURITY_REGULATOR, Role.MARKET_REGULATOR);
        return scopes.remit(actor.organisation())
                .orElseThrow(() -> new Refusal.NotOpen("remit-unknown", "7", List.of()));
    }

    private Remitted read(String remit, Actor actor) {
        var all = scopes.of(actor.organisation());
        var files = Stream.concat(
                        cases.ofKinds(RemitScopes.kinds(all, false), null, MOST).stream(),
                        cases.ofKinds(RemitScopes.kinds(all, true), actor.organisation(), MOST).stream())
                .toList();
        var today = LocalDate.now(clock);
        var statements = all.stream().anyMatch(it -> it.sort() == Sort.INCOME)
                ? income.of(today.withDayOfYear(1), today.plusDays(1), actor)
                : List.<Statement>of();
        return new Remitted(remit, all, files, statements);
    }

    /// A case of the remit. One outside it is refused, and that is entered.
    CaseFile look(UUID id, Actor actor) {
        remit(actor);
        var what = "case " + id;
        var file = cases.find(id).orElseThrow(() -> new Refusal.NotFound("case"));
        var seen = scopes.of(actor.organisation()).stream()
                .anyMatch(it -> it.sort() == Sort.CASE
                        && it.value().equals(file.kind())
                        && (!it.admitted() || cases.isParty(id, actor.organisation())));
        if (!seen) {
            throw looks.refused(actor, what);
        }
        looks.looked(actor, what);
        return file;
    }

    List<CaseRegister.KeptAct> acts(UUID id) {
        return cases.acts(id);
    }

    /// Takes the remit away with its receipts, for a purpose that is entered first.
    byte[] export(ExportOrder order, Actor actor) {
        var remit = remit(actor);
        var purpose = Objects.requireNonNullElse(order.purpose(), "").strip();
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
            throw new Refusal.Invalid(Map.of("purpose", "export-purpose"));
        }
        var all = read(remit, actor);
        var entry = Objects.requireNonNull(transaction.execute(_ -> evidence.enter(
                actor,
                "7",
                "remit-exported",
                null,
                Map.of("remit", remit, "purpose", purpose, "cases", all.cases().size()))));
        var files = new TreeMap<String, byte[]>();
        files.put("cases.csv", table(caseRows(all.cases())));
        if (!all.income().isEmpty()) {
            files.put("income.csv", table(incomeRows(all.income())));
        }
        var receipts = new ArrayList<UUID>();
        receipts.add(entry);
        all.cases().stream()
                .flatMap(it -> entries.of(it.id()).stream())
                .limit(MOST_RECEIPTS)
                .forEach(it -> receipts.add(it.id()));
        return packages.pack(
                "oversight",
                Map.of(
                        "remit", remit,
                        "organisation", actor.organisationName(),
                        "person", actor.personName(),
                        "purpose", purpose,
                        "entry", entry.toString()),
                files,
                receipts);
    }

    private static List<List<String>> caseRows(List<CaseFile> files) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("number", "kind", "title", "stage", "applicant", "startedOn", "closed"));
        files.forEach(it -> rows.add(List.of(
                it.number(),
                it.kind(),
                it.title(),
                it.stage(),
                it.applicant().name(),
                it.startedOn().toString(),
                Boolean.toString(it.closed()))));
        return rows;
    }

    private static List<List<String>> incomeRows(List<Statement> statements) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("processor", "products", "revenue", "costs", "result"));
        statements.forEach(it -> rows.add(List.of(
                it.processor(),
                Long.toString(it.products()),
                it.revenue().toPlainString(),
                it.costs().toPlainString(),
                it.result().toPlainString())));
        return rows;
    }

    private static byte[] table(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Oversight::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining("", MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A cell that begins like a formula gets an apostrophe, so that a spreadsheet program does not run it.
    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("-?[0-9.]+") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
