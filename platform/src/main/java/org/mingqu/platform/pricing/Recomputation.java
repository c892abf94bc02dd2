package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.pricing.CostEntry.Line;

/// A period's figures and a price, computed again from the ledger, term by term (art. 24).
///
/// @param ledger what the ledger gives now for the entries that counted then
/// @param fixed what was set then
/// @param same whether both agree
/// @param caps with what each would bring in
/// @param within whether they stay within what is left
/// @param sheet the price that is looked at; null for a period alone
record Recomputation(
        List<LineSum> lines,
        Terms ledger,
        Terms fixed,
        boolean same,
        List<CapTerm> caps,
        BigDecimal capSum,
        boolean within,
        @Nullable PriceTerm sheet) {

    /// What is counted of a line of the ledger.
    record LineSum(Line line, int entries, BigDecimal counted) {}

    /// R = C + P + T.
    record Terms(
            BigDecimal costs,
            BigDecimal subsidy,
            BigDecimal cost,
            int rateBp,
            BigDecimal profit,
            BigDecimal tax,
            BigDecimal most,
            BigDecimal carryOver,
            BigDecimal left) {

        static Terms of(PermittedRevenue it) {
            return new Terms(
                    it.costs(),
                    it.subsidy(),
                    it.cost(),
                    it.yieldBp() + it.marginBp(),
                    it.profit(),
                    it.tax(),
                    it.most(),
                    it.carryOver(),
                    it.left());
        }
    }

    record CapTerm(String product, BigDecimal cap, long volume, BigDecimal revenue) {}

    /// @param allowed whether the price is not above the cap that holds
    record PriceTerm(int version, BigDecimal unit, BigDecimal cap, boolean allowed) {}

    static Recomputation of(Period period, List<CostEntry> entries, List<Cap> caps, @Nullable PriceSheet sheet) {
        var again = new PermittedRevenue(
                costs(entries),
                subsidy(entries),
                period.yieldBp(),
                period.marginBp(),
                period.tax(),
                period.carryOver());
        var ledger = Terms.of(again);
        var fixed = Terms.of(period.permitted());
        var lines = java.util.Arrays.stream(Line.values())
                .map(line -> new LineSum(
                        line,
                        (int) entries.stream().filter(it -> it.line() == line).count(),
                        sum(entries.stream().filter(it -> it.line() == line).toList())))
                .filter(it -> it.entries() > 0)
                .toList();
        var terms = caps.stream()
                .map(it -> new CapTerm(it.productName(), it.amount(), it.volume(), it.revenue()))
                .toList();
        var sum = terms.stream().map(CapTerm::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        var price = sheet == null
                ? null
                : new PriceTerm(
                        sheet.version(), sheet.unit(), sheet.cap(), sheet.unit().compareTo(sheet.cap()) <= 0);
        return new Recomputation(
                lines,
                ledger,
                fixed,
                ledger.equals(fixed),
                terms,
                PermittedRevenue.money(sum),
                sum.compareTo(ledger.left()) <= 0,
                price);
    }

    static BigDecimal costs(List<CostEntry> entries) {
        return sum(entries.stream().filter(it -> it.line() != Line.SUBSIDY).toList());
    }

    static BigDecimal subsidy(List<CostEntry> entries) {
        return sum(entries.stream().filter(it -> it.line() == Line.SUBSIDY).toList());
    }

    private static BigDecimal sum(List<CostEntry> entries) {
        return PermittedRevenue.money(
                entries.stream().map(CostEntry::counted).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
