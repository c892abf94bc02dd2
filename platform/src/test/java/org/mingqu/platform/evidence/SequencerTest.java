package org.mingqu.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.ledger.VerifyingKey;
import org.mingqu.platform.OnTheStreet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Two nodes on one database: one keeps the log, the other hands out receipts and takes over")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SequencerTest extends OnTheStreet {

    @Autowired
    private Sequencer sequencer;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient sql;

    @Value("${mingqu.evidence.directory}")
    private Path directory;

    private Sequencer another(Path folder) {
        return new Sequencer(store, new Leadership(database), folder, "mingqu");
    }

    /// Does something that leaves an entry; gives its id.
    private UUID act() {
        as("kangning").post("/api/applications", "{}");
        return sql.sql("select id from evidence_entry where act = 'application-opened' order by place desc limit 1")
                .query(UUID.class)
                .single();
    }

    private Long index(UUID entry) throws InterruptedException {
        for (var i = 0; i < 100; i++) {
            var index = sql.sql("select log_index from evidence_entry where id = ? and log_index is not null")
                    .param(entry)
                    .query(Long.class)
                    .optional();
            if (index.isPresent()) {
                return index.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not in the log: " + entry);
    }

    @Test
    void while_one_leads_the_other_appends_nothing_and_its_receipts_verify() throws InterruptedException {
        var index = index(act());
        var other = another(directory);

        other.sequence();

        assertThat(other.isLeading()).isFalse();
        assertThat(sequencer.isLeading()).isTrue();
        var receipt = other.receipt(index).orElseThrow();
        receipt.verify(VerifyingKey.of(sequencer.publicKey()));
        assertThat(receipt.toJson()).contains(Long.toString(index));
    }

    @Test
    void when_the_leader_goes_the_other_takes_over_where_it_stopped() throws InterruptedException {
        var other = another(directory);
        for (var i = 0; i < 1_000 && !other.isLeading(); i++) {
            sequencer.stepDown();
            other.sequence();
        }
        assertThat(other.isLeading()).isTrue();
        var entry = act();
        other.sequence();
        var index = index(entry);
        other.stepDown();

        var next = index(act());

        assertThat(sequencer.isLeading()).isTrue();
        assertThat(next).isGreaterThan(index);
        assertThat(sql.sql("""
                        select count(*) = max(log_index) + 1 and count(distinct log_index) = count(*)
                          from evidence_entry where log_index is not null
                        """).query(Boolean.class).single())
                .as("every place is taken once")
                .isTrue();
    }

    @Test
    void a_node_with_another_folder_does_not_begin_a_second_log(@TempDir Path folder) {
        var other = another(folder);
        var log = folder.resolve("log").resolve("entries.jsonl");
        for (var i = 0; i < 1_000 && !Files.exists(log); i++) {
            sequencer.stepDown();
            other.sequence();
        }

        assertThat(other.isLeading()).isFalse();
        assertThat(log).isEmptyFile();
    }
}
