package org.mingqu.privacy.accounting;

import java.util.Optional;

/// What the answers on a resource may tell about one subject, all together: an epsilon that may be exceeded
/// with a small
/// chance only.
///
/// @param epsilonMilli the most, in thousandths; 0 or more
/// @param deltaPico the chance, in million millionths; 0 or more, and 0 leaves plain addition only
public record Allowance(long epsilonMilli, long deltaPico) {

    public Allowance {
        if (epsilonMilli < 0 || deltaPico < 0 || deltaPico > Loss.PICO) {
            throw new IllegalArgumentException("%d, %d are no allowance".formatted(epsilonMilli, deltaPico));
        }
    }

    /// The account after one more answer.
    ///
    /// @return empty if that would be more than is allowed
    public Optional<Account> spend(Account account, Loss loss) {
        var after = account.plus(loss);
        return after.epsilonMilli(deltaPico) <= epsilonMilli ? Optional.of(after) : Optional.empty();
    }

    /// What is gone of the epsilon, in thousandths, at most all of it.
    public long spentMilli(Account account) {
        return Math.min(epsilonMilli, account.epsilonMilli(deltaPico));
    }

    /// What one more answer would take away, in thousandths: the price that is shown. It depends on what was
    /// spent before, as answers add up to less than their sum.
    ///
    /// @return [Long#MAX_VALUE] if the answer is not allowed
    public long priceMilli(Account account, Loss loss) {
        return spend(account, loss)
                .map(after -> spentMilli(after) - spentMilli(account))
                .orElse(Long.MAX_VALUE);
    }

    /// How many more such answers would be allowed.
    ///
    /// @param most where to stop counting
    public long answersLeft(Account account, Loss loss, int most) {
        var low = 0;
        var high = most;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (after(account, loss, middle).epsilonMilli(deltaPico) <= epsilonMilli) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static Account after(Account account, Loss loss, long times) {
        var pure = account.pureMilli() == Loss.NOT_PURE || loss.pureMilli() == Loss.NOT_PURE
                ? Loss.NOT_PURE
                : account.pureMilli() + times * loss.pureMilli();
        return new Account(
                pure, account.rhoNano() + times * loss.rhoNano(), account.deltaPico() + times * loss.deltaPico());
    }
}
