package org.mingqu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// A document on paper, as somebody reads it.
public final class Paper {

    private Paper() {}

    public static PDDocument open(Guest.Reply printed) throws IOException {
        assertThat(printed.status()).as("%s", printed).isEqualTo(201);
        return Loader.loadPDF(printed.whole().body());
    }

    /// The words on its pages.
    public static String text(PDDocument pdf) throws IOException {
        // A glyph that stands for a character and for its radical is read as the radical: readers fold it, so does
        // this.
        return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
    }

    /// The words on its pages without breaks of lines.
    public static String running(Guest.Reply printed) throws IOException {
        try (var pdf = open(printed)) {
            return text(pdf).replaceAll("\\s", "");
        }
    }

    /// Its verification code.
    public static String code(Guest.Reply printed) {
        return printed.whole().headers().firstValue("Location").orElseThrow().replace("/api/issued/", "");
    }

    public static void mustCarryItsTypeface(PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("NotoSansSC");
            }
        }
    }
}
