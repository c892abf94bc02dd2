package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mingqu.privacy.accounting.Account;
import org.mingqu.privacy.accounting.Allowance;
import org.mingqu.privacy.accounting.Loss;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.WarrantJson;

/// What has been told about the subjects of each resource, by all workspaces together. A spending is on the
/// disk before the question is run, so no death of the process gives anything back.
///
/// Answers add up to less than their sum where there are many: the limit is on what they tell together, with
/// a chance of at most [#DELTA_PICO] that they tell more.
public final class Budgets implements AutoCloseable {

    /// One in a million: far below one over the number of people in a district.
    static final long DELTA_PICO = 1_000_000;

    private final FileChannel file;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Long> limits = new HashMap<>();

    /// One line of the file.
    ///
    /// @param loss what the answer tells about the subjects of each resource
    /// @param limits resource to the limit under which it was spent, in thousandths of epsilon
    record Spending(String workspace, String run, Loss loss, Map<String, Long> limits) {}

    /// The budgets kept in a file.
    public Budgets(Path file) throws IOException {
        var good = 0L;
        if (Files.exists(file)) {
            var text = Files.readString(file);
            for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', (int) good)) {
                var line = text.substring((int) good, end);
                count(WarrantJson.read(line.getBytes(StandardCharsets.UTF_8), Spending.class));
                good = end + 1L;
            }
        }
        this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.file.truncate(good);
        this.file.position(good);
    }

    private void count(Spending spending) {
        spending.limits().forEach((resource, limit) -> {
            accounts.put(resource, account(resource).plus(spending.loss()));
            limits.put(resource, limit);
        });
    }

    private Account account(String resource) {
        return accounts.getOrDefault(resource, Account.EMPTY);
    }

    /// Spends for an answer, of all resources or of none.
    ///
    /// @param budgets the limit of each resource that the answer draws on
    /// @param offers what the answer would tell, by each kind of noise that it can have
    /// @return the place of the offer that was cheapest and taken
    /// @throws EnclaveRefused `budget-exhausted`
    synchronized int spend(String workspace, String run, Map<String, Long> budgets, List<Loss> offers)
            throws IOException {
        var chosen = cheapest(budgets, offers);
        var loss = offers.get(chosen);
        for (var budget : budgets.entrySet()) {
            if (allowance(budget.getValue())
                    .spend(account(budget.getKey()), loss)
                    .isEmpty()) {
                throw exhausted(cost(budgets, offers));
            }
        }
        var spending = new Spending(workspace, run, loss, new TreeMap<>(budgets));
        var start = file.position();
        try {
            file.write(ByteBuffer.wrap((new String(WarrantJson.canonical(spending), StandardCharsets.UTF_8) + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            file.truncate(start);
            throw e;
        }
        count(spending);
        return chosen;
    }

    /// The first of the offers that takes the least of all budgets together.
    private int cheapest(Map<String, Long> budgets, List<Loss> offers) {
        return IntStream.range(0, offers.size())
                .boxed()
                .min(Comparator.comparingDouble(offer -> budgets.entrySet().stream()
                        .mapToDouble(budget ->
                                allowance(budget.getValue()).priceMilli(account(budget.getKey()), offers.get(offer)))
                        .sum()))
                .orElseThrow(() -> new IllegalArgumentException("an answer has at least one kind of noise"));
    }

    private static Allowance allowance(long limitMilli) {
        return new Allowance(limitMilli, DELTA_PICO);
    }

    private static EnclaveRefused exhausted(Answer.Cost cost) {
        return EnclaveRefused.of(
                "budget-exhausted",
                "20",
                "cost",
                Long.toString(cost.epsilonMilli()),
                "left",
                Long.toString(cost.leftMilli()),
                "limit",
                Long.toString(cost.limitMilli()));
    }

    /// What an answer would cost, told for the resource with the least left after it. An answer that is no
    /// longer allowed has the price that it would have alone.
    ///
    /// @param budgets not empty
    /// @param offers see [#spend]
    synchronized Answer.Cost cost(Map<String, Long> budgets, List<Loss> offers) {
        var loss = offers.get(cheapest(budgets, offers));
        return budgets.entrySet().stream()
                .map(entry -> {
                    var allowance = allowance(entry.getValue());
                    var account = account(entry.getKey());
                    var price = allowance.priceMilli(account, loss);
                    var left = entry.getValue() - allowance.spentMilli(account);
                    return new Answer.Cost(
                            entry.getKey(),
                            price == Long.MAX_VALUE ? Account.EMPTY.plus(loss).epsilonMilli(DELTA_PICO) : price,
                            left,
                            entry.getValue());
                })
                .min(Comparator.comparingLong(cost -> cost.leftMilli() - cost.epsilonMilli()))
                .orElseThrow(() -> new IllegalArgumentException("an instant answer draws on a resource"));
    }

    /// A line for each resource.
    public synchronized List<Answer.BudgetLine> lines(List<String> resources) {
        return resources.stream()
                .map(resource -> {
                    var limit = limits.getOrDefault(resource, 0L);
                    return new Answer.BudgetLine(
                            resource, limit, allowance(limit).spentMilli(account(resource)));
                })
                .toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
