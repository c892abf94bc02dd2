package org.mingqu.platform.procedures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.MediaType;

/// How a list is written for other programs. No cell of it is ever taken for a formula.
enum ListForm {
    /// RFC 4180 in UTF-8.
    CSV(ListForm.CSV_TYPE) {

        // Without it spreadsheet programs take UTF-8 for the system's own encoding.
        private static final String MARK = "\uFEFF";

        @Override
        byte[] written(String title, List<String> head, List<? extends List<?>> rows) {
            return (MARK + line(head) + rows.stream().map(this::line).collect(Collectors.joining()))
                    .getBytes(StandardCharsets.UTF_8);
        }

        private String line(List<?> cells) {
            return cells.stream().map(it -> cell(it.toString())).collect(Collectors.joining(",", "", "\r\n"));
        }

        // One that begins like a formula gets an apostrophe, so that a spreadsheet program shows it and does not run
        // it.
        private String cell(String text) {
            var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
            return '"' + safe.replace("\"", "\"\"") + '"';
        }
    },
    /// A workbook of one sheet (ECMA-376): texts are texts, days are days, the head stays in sight.
    XLSX(ListForm.XLSX_TYPE) {

        @Override
        byte[] written(String title, List<String> head, List<? extends List<?>> rows) {
            var file = new ByteArrayOutputStream();
            try (var workbook = new Workbook(file, "Mingqu", null)) {
                var sheet = workbook.newWorksheet(title);
                for (var column = 0; column < head.size(); column++) {
                    sheet.value(0, column, head.get(column));
                    sheet.style(0, column).bold().set();
                    sheet.width(column, WIDTH);
                }
                for (var row = 0; row < rows.size(); row++) {
                    write(sheet, row + 1, rows.get(row));
                }
                sheet.freezePane(0, 1);
                sheet.setAutoFilter(0, 0, rows.size(), head.size() - 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file.toByteArray();
        }

        private void write(Worksheet sheet, int row, List<?> cells) {
            for (var column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                } else {
                    sheet.value(row, column, cells.get(column).toString());
                }
            }
        }
    };

    static final String CSV_TYPE = "text/csv;charset=UTF-8";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /// In characters.
    private static final double WIDTH = 24;

    private final String type;

    ListForm(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /// The file.
    ///
    /// @param title of the list, in one of the languages
    /// @param rows cells are texts or days
    abstract byte[] written(String title, List<String> head, List<? extends List<?>> rows);
}
