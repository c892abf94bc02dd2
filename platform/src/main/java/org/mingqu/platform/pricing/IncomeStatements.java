package org.mingqu.platform.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.mingqu.platform.parties.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Statements of income for other rooms (art. 36).
@Service
@Transactional(readOnly = true)
public class IncomeStatements {

    private final Bills bills;

    IncomeStatements(Bills bills) {
        this.bills = bills;
    }

    /// The statement of one processor.
    public record Statement(String processor, long products, BigDecimal revenue, BigDecimal costs, BigDecimal result) {}

    /// The statements of a period that a person may read.
    public List<Statement> of(LocalDate from, LocalDate until, Actor actor) {
        return bills.income(from, until, actor).stream()
                .map(it -> new Statement(
                        it.processor().name(), it.products().size(), it.revenue(), it.costs(), it.result()))
                .toList();
    }
}
