package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingqu.privacy.Budget;
import org.mingqu.privacy.Epsilon;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.WarrantJson;

/// What has been spent of each resource's privacy budget, by all workspaces together. A spending is on the disk
/// before the question is run, so no death of the process gives anything back.
public final class Budgets implements AutoCloseable {

    private final FileChannel file;
    private final Map<String, Long> spent = new HashMap<>();
    private final Map<String, Long> limits = new HashMap<>();

    /// One line of the file.
    ///
    /// @param spends resource to thousandths of epsilon
    /// @param limits resource to the limit under which it was spent
    record Spending(String workspace, String run, Map<String, Long> spends, Map<String, Long> limits) {}

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
        spending.spends().forEach((resource, milli) -> spent.merge(resource, milli, Long::sum));
        limits.putAll(spending.limits());
    }

    /// Spends for an answer, of all resources or of none.
    ///
    /// @param budgets the limit of each resource that the answer draws on
    /// @throws EnclaveRefused `budget-exhausted`
    synchronized void spend(String workspace, String run, Map<String, Long> budgets, Epsilon loss) throws IOException {
        var cost = cost(budgets, loss);
        if (cost.leftMilli() < loss.milli()) {
            throw exhausted(cost, loss);
        }
        var spends = new TreeMap<String, Long>();
        budgets.keySet().forEach(resource -> spends.put(resource, loss.milli()));
        var spending = new Spending(workspace, run, spends, new TreeMap<>(budgets));
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
    }

    static EnclaveRefused exhausted(Answer.Cost cost, Epsilon loss) {
        return EnclaveRefused.of(
                "budget-exhausted",
                "20",
                "cost",
                Long.toString(loss.milli()),
                "left",
                Long.toString(cost.leftMilli()),
                "limit",
                Long.toString(cost.limitMilli()));
    }

    /// What an answer would cost, told for the resource with the least left.
    ///
    /// @param budgets not empty
    synchronized Answer.Cost cost(Map<String, Long> budgets, Epsilon loss) {
        return budgets.entrySet().stream()
                .map(entry -> {
                    var budget = new Budget(entry.getValue(), spent.getOrDefault(entry.getKey(), 0L));
                    return new Answer.Cost(entry.getKey(), loss.milli(), budget.leftMilli(), budget.limitMilli());
                })
                .min(java.util.Comparator.comparingLong(Answer.Cost::leftMilli))
                .orElseThrow(() -> new IllegalArgumentException("an instant answer draws on a resource"));
    }

    /// A line for each resource.
    public synchronized List<Answer.BudgetLine> lines(List<String> resources) {
        return resources.stream()
                .map(resource -> new Answer.BudgetLine(
                        resource, limits.getOrDefault(resource, 0L), spent.getOrDefault(resource, 0L)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
