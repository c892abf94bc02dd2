package org.mingqu.enclave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveText;
import org.mingqu.warrant.FileFormat;
import org.mingqu.warrant.LoadState;
import org.mingqu.warrant.Order;

@DisplayName("Broken and hostile files get a clear sentence, and good rows are never lost to bad ones (art. 5, 6)")
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {

    private static final String GOOD = "编号,名称,日期\n1,甲,2025-01-01\n2,\"乙\n丙\",2025-01-02\n";

    private Platform platform;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        platform = new Platform(folder);
    }

    @AfterAll
    void close() throws Exception {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void each_encoding_is_read_with_a_byte_order_mark_and_without(String charset) throws Exception {
        for (var mark : new String[] {"", "\uFEFF"}) {
            for (var end : new String[] {"\n", "\r\n"}) {
                var text = (mark + GOOD).replace("\n", end);
                var staged = stage(text.getBytes(Charset.forName(charset)));

                assertThat(staged.rows())
                        .as(charset + mark.length() + end.length())
                        .isEqualTo(2);
                assertThat(staged.columns()).extracting(column -> column.name()).containsExactly("编号", "名称", "日期");
            }
        }
    }

    @Test
    void characters_beyond_the_basic_plane_survive() throws Exception {
        var staged = stage("姓名,地\n𠮷野,㐀里\n".getBytes(Charset.forName("GB18030")));

        assertThat(staged.rows()).isEqualTo(1);
        assertThat(staged.sm3()).hasSize(64);
    }

    @Test
    void one_broken_line_in_another_encoding_is_rejected_alone() throws Exception {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("名称,数\n" + "甲乙丙丁,1\n".repeat(200)).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, ',', '1', '\n'});
        out.writeBytes("戊己庚辛,2\n".repeat(200).getBytes(StandardCharsets.UTF_8));

        var staged = stage(out.toByteArray());

        assertThat(staged.rows()).isEqualTo(400);
        assertThat(staged.rejected()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|"})
    void the_separator_is_found(String separator) throws Exception {
        var staged = stage("a,b,c\n1,2,3\n4,5,6\n".replace(",", separator).getBytes(StandardCharsets.UTF_8));

        assertThat(staged.columns()).hasSize(3);
        assertThat(staged.rows()).isEqualTo(2);
    }

    @Test
    void ten_thousand_columns_are_refused() {
        var header = IntStream.range(0, 10_000).mapToObj(i -> "列" + i).collect(Collectors.joining(","));

        refused("too-many-columns", (header + "\n" + "1,".repeat(9_999) + "1\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void many_columns_are_read() throws Exception {
        var header = IntStream.range(0, 1500).mapToObj(i -> "列" + i).collect(Collectors.joining(","));
        var rows = ("1,".repeat(1499) + "1\n").repeat(50);

        assertThat(stage((header + "\n" + rows).getBytes(StandardCharsets.UTF_8))
                        .columns())
                .hasSize(1500);
    }

    @Test
    void a_zip_bomb_is_not_even_unpacked() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("table.csv"));
            zip.write(new byte[50_000_000]);
        }
        refused("file-compressed", out.toByteArray());
        assertThat(platform.upload(UUID.randomUUID().toString(), "r", FileFormat.CSV, out.toByteArray(), 1 << 30)
                        .body())
                .contains("zip");
    }

    @Test
    void nul_bytes_are_refused_with_their_place() throws Exception {
        var load = UUID.randomUUID().toString();
        var response =
                platform.upload(load, "r", FileFormat.CSV, "a,b\n1,x\0y\n".getBytes(StandardCharsets.UTF_8), 1000);

        assertThat(response.statusCode()).isEqualTo(422);
        var status = platform.send(new Order.ReadLoad(load), Answer.LoadStatus.class);
        assertThat(status.state()).isEqualTo(LoadState.FAILED);
        assertThat(EnclaveText.of(status.problem(), java.util.Locale.CHINA)).contains("第 8 字节");
    }

    @Test
    void other_kinds_of_files_are_named() {
        refused("file-not-text", new byte[] {
            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 1
        });
        refused("file-not-text", "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8));
        refused("file-not-text", "PAR1xxxxxx".getBytes(StandardCharsets.UTF_8));
        refused("file-empty", new byte[0]);
    }

    @Test
    void headers_that_cannot_name_columns_are_refused() {
        refused("no-header", "\n1,2\n".getBytes(StandardCharsets.UTF_8));
        refused("column-duplicate", "a,A\n1,2\n".getBytes(StandardCharsets.UTF_8));
        refused("column-unnamed", "a,,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        refused("column-name", ("a," + "长".repeat(200) + "\n1,2\n").getBytes(StandardCharsets.UTF_8));
        refused("no-rows", "a,b\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_longer_than_allowed_is_refused_before_it_is_taken() throws Exception {
        var response = platform.upload(UUID.randomUUID().toString(), "r", FileFormat.CSV, new byte[5000], 1000);

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void random_bytes_are_refused_with_a_sentence() throws Exception {
        for (var seed = 0; seed < 20; seed++) {
            var bytes = new byte[20_000];
            new java.util.Random(seed).nextBytes(bytes);
            var load = UUID.randomUUID().toString();
            var response = platform.upload(load, "r", FileFormat.CSV, bytes, 1 << 20);
            assertThat(response.statusCode()).as("seed " + seed).isEqualTo(422);
            assertThat(EnclaveText.of(
                            platform.send(new Order.ReadLoad(load), Answer.LoadStatus.class)
                                    .problem(),
                            java.util.Locale.CHINA))
                    .as("seed " + seed)
                    .isNotBlank();
        }
    }

    @Test
    void an_unclosed_quotation_mark_costs_only_what_it_swallows() throws Exception {
        var staged = stage("a,b\n1,x\n2,\"open\n3,y\n".getBytes(StandardCharsets.UTF_8));

        assertThat(staged.rows()).isEqualTo(1);
        assertThat(staged.rejected()).isEqualTo(1);
    }

    @Test
    void a_parquet_file_lands_and_a_broken_one_is_refused(@TempDir Path folder) throws Exception {
        var file = folder.resolve("t.parquet");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute(
                    "COPY (SELECT range AS 编号, 'x' || range AS 名称, DATE '2025-01-01' AS 日期, 1.25::DECIMAL(9,2) AS 金额 FROM range(1000)) TO '"
                            + file + "' (FORMAT parquet)");
        }
        var bytes = Files.readAllBytes(file);
        var load = UUID.randomUUID().toString();
        assertThat(platform.upload(load, "p", FileFormat.PARQUET, bytes, 1 << 30)
                        .statusCode())
                .isEqualTo(202);
        var staged = platform.await(load, LoadState.STAGED);
        assertThat(staged.rows()).isEqualTo(1000);
        assertThat(platform.land(staged, "p", 1, null, "").rows()).isEqualTo(1000);

        var broken = java.util.Arrays.copyOf(bytes, bytes.length / 2);
        var second = UUID.randomUUID().toString();
        platform.upload(second, "p", FileFormat.PARQUET, broken, 1 << 30);
        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> platform.await(second, LoadState.STAGED))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo("file-not-parquet"));
    }

    private Answer.LoadStatus stage(byte[] content) throws Exception {
        return platform.stage(UUID.randomUUID().toString(), "r", content);
    }

    private void refused(String type, byte[] content) {
        assertThatExceptionOfType(EnclaveRefused.class)
                .isThrownBy(() -> stage(content))
                .satisfies(e -> assertThat(e.refusal().type()).isEqualTo(type));
    }
}
