package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingqu.enclave.engine.Duck;
import org.mingqu.enclave.intake.Versions;
import org.mingqu.enclave.vault.MasterKey;
import org.mingqu.enclave.vault.SealCipher;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.ColumnClass;
import org.mingqu.warrant.ColumnSpec;
import org.mingqu.warrant.ColumnType;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;
import org.mingqu.warrant.QualityRules;

@DisplayName("What a person confirms decides what lands, and nothing of the file is lost before (art. 5, 6)")
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmedTest {

    private Platform platform;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
    }

    @AfterAll
    void close() throws Exception {
        platform.close();
    }

    private static String people() {
        var text = new StringBuilder("证件,手机,日期,数量\n");
        for (var i = 0; i < 60; i++) {
            text.append("%s,138000000%02d,2025-01-%02d,%d\n".formatted(StoryTest.idNumber(i), i, 1 + i % 28, i));
        }
        text.append("110105194912310021,13800000099,2025-01-01,1\n"); // the check digit is another
        text.append(StoryTest.idNumber(61)).append(",12345,2025-01-01,2\n"); // no mobile number
        text.append(StoryTest.idNumber(62)).append(",,2025/1/3,007\n"); // values that do not write themselves so
        text.append(StoryTest.idNumber(63)).append(",13800000098,某日,3\n"); // no date
        return text.toString();
    }

    @Test
    void rows_whose_value_fails_a_confirmed_detector_are_rejected_with_its_name() throws Exception {
        var staged = stage(people());
        var version = land(staged, "checked", column -> switch (column.name()) {
            case "证件" -> confirmed(column, "ID_NUMBER");
            case "手机" -> confirmed(column, "MOBILE");
            default -> column;
        });

        assertThat(version.rows()).isEqualTo(61);
        assertThat(version.rejected()).isEqualTo(3);
        assertThat(rejects(staged.load()))
                .containsExactly(
                        "62,证件,该值不是有效的公民身份号码,110105194912310021", "63,手机,该值不是有效的手机号,12345", "65,日期,该值不是 DATE,某日");
    }

    @Test
    void a_column_that_mostly_matches_may_be_confirmed_without_its_detector() throws Exception {
        var staged = stage(people());
        assertThat(staged.columns().getFirst().detector()).isEqualTo("ID_NUMBER");

        var version = land(staged, "unchecked", column -> column);

        assertThat(version.rows()).isEqualTo(63);
        assertThat(rejects(staged.load())).containsExactly("65,日期,该值不是 DATE,某日");
    }

    @Test
    void a_detector_without_a_form_cannot_be_confirmed() throws Exception {
        var staged = stage(people());

        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> land(staged, "unknown", column -> confirmed(column, "ADDRESS")))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo("detector-unknown"));
        assertThat(status(staged.load()).state()).isEqualTo(LoadState.STAGED);
    }

    @Test
    void a_column_whose_type_is_changed_to_text_lands_as_it_was_written() throws Exception {
        var staged = stage(people());
        assertThat(staged.columns().get(2).type()).isEqualTo(ColumnType.DATE);
        assertThat(staged.columns().get(3).type()).isEqualTo(ColumnType.INTEGER);

        var version = land(staged, "texts", column -> switch (column.name()) {
            case "日期", "数量" -> typed(column, ColumnType.TEXT);
            default -> column;
        });

        assertThat(version.rows()).isEqualTo(64);
        assertThat(rejects(staged.load())).isEmpty();
        assertThat(values("texts", "\"日期\"")).contains("2025/1/3", "某日", "2025-01-28");
        assertThat(values("texts", "\"数量\"")).contains("007", "59");
    }

    @Test
    void columns_that_are_not_kept_are_not_in_the_version() throws Exception {
        var staged = stage(people());
        var version = land(staged, "fewer", column -> column.name().equals("手机") ? null : column);

        assertThat(version.columns())
                .extracting(column -> column.column().name())
                .containsExactly("证件", "日期", "数量");
        assertThat(values("fewer", "\"数量\"")).hasSize(63);
        assertThatExceptionOfType(java.sql.SQLException.class).isThrownBy(() -> values("fewer", "\"手机\""));
    }

    @Test
    void rows_that_are_not_taken_are_not_seen_by_a_query() throws Exception {
        var staged = stage(people());
        land(staged, "seen", column -> column);

        assertThat(values("seen", "\"证件\"")).hasSize(63).doesNotContain(StoryTest.idNumber(63));
    }

    @Test
    void a_landing_that_failed_can_be_ordered_again() throws Exception {
        var staged = stage(people());
        var file = platform.folder.resolve("home/loads").resolve(staged.load()).resolve("staged");
        var sealed = Files.readAllBytes(file);
        var changed = sealed.clone();
        changed[changed.length - 5] ^= 1;
        Files.write(file, changed);
        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> land(staged, "again", column -> column))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo("enclave-failed"));
        assertThat(status(staged.load()).state()).isEqualTo(LoadState.FAILED);

        Files.write(file, sealed);
        platform.restart();

        assertThat(status(staged.load()).columns()).isEqualTo(staged.columns());
        assertThat(land(staged, "again", column -> column).rows()).isEqualTo(63);
        assertThat(Files.exists(file)).isFalse();
    }

    private interface Choice {
        @Nullable
        ColumnSpec of(ColumnSpec column);
    }

    private Answer.LoadStatus stage(String text) throws Exception {
        return platform.stage(UUID.randomUUID().toString(), "r", text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer.VersionDescription land(Answer.LoadStatus staged, String resource, Choice choice) throws Exception {
        var columns = new ArrayList<ColumnSpec>();
        for (var found : staged.columns()) {
            var column = choice.of(open(Platform.spec(found)));
            if (column != null) {
                columns.add(column);
            }
        }
        var load = staged.load();
        platform.send(new Order.LandLoad(load, "r", version(resource), columns, null, "", QualityRules.NONE));
        platform.await(load, LoadState.LANDED);
        return platform.send(new Order.DescribeVersion("r", version(resource)), Answer.VersionDescription.class);
    }

    private final Map<String, Integer> versions = new HashMap<>();

    private int version(String name) {
        return versions.computeIfAbsent(name, _ -> versions.size() + 1);
    }

    private static ColumnSpec open(ColumnSpec of) {
        return new ColumnSpec(
                of.name(), of.label(), of.type(), of.scale(), ColumnClass.OPEN, 1, of.detector(), null, null, null);
    }

    private static ColumnSpec confirmed(ColumnSpec of, @Nullable String detector) {
        return new ColumnSpec(
                of.name(), of.label(), of.type(), of.scale(), ColumnClass.OPEN, 1, of.detector(), null, null, detector);
    }

    private static ColumnSpec typed(ColumnSpec of, ColumnType type) {
        return new ColumnSpec(of.name(), of.label(), type, 0, ColumnClass.OPEN, 1, of.detector(), null, null, null);
    }

    private Answer.LoadStatus status(String load) {
        return platform.send(new Order.ReadLoad(load), Answer.LoadStatus.class);
    }

    /// What the version holds of a column, as the enclave itself reads it.
    private List<String> values(String resource, String column) throws Exception {
        var home = platform.folder.resolve("home");
        var versions = new Versions(home.resolve("vault"), MasterKey.at(home.resolve("master.key"), SealCipher.SM4));
        var work = Files.createDirectories(platform.folder.resolve("read-" + UUID.randomUUID()));
        var rows = versions.decrypt(versions.find("r", version(resource)), work.resolve("data.parquet"));
        try (var duck = Duck.inFolder(work, 256, 1)) {
            return duck.rows("SELECT %s FROM %s".formatted(column, rows.source())).stream()
                    .map(row -> String.valueOf(row.getFirst()))
                    .toList();
        }
    }

    /// The lines of the rejects file after its head.
    private List<String> rejects(String load) throws Exception {
        var ticket = platform.sign(new Order.FetchRejects(load)).ticket();
        var response = platform.browser.send(
                HttpRequest.newBuilder(platform.door("/rejects/" + ticket)).build(),
                HttpResponse.BodyHandlers.ofString());
        return response.body().lines().skip(1).toList();
    }
}
