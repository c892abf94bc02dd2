package org.mingqu.platform.documents;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Sets a sheet on pages: HTML by the template `documents/sheet.html`, then PDF with Noto Sans SC embedded.
@Component
class Press {

    private static final String FAMILY = "Noto Sans SC";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final Texts texts;
    private final Clock clock;
    private final String installation;
    private final TemplateEngine templates = templates();
    /// A font of ten megabytes is read for each document: one at a time.
    private final ReentrantLock one = new ReentrantLock();

    private @Nullable Path fonts;

    Press(Texts texts, Clock clock, @Value("${mingqu.installation}") String installation) {
        this.texts = texts;
        this.clock = clock;
        this.installation = installation;
    }

    /// What makes a sheet a document of somebody.
    ///
    /// @param address where the pages are opened
    record Imprint(String code, String organisation, Instant at, String address) {

        String place() {
            return "%s/verify/%s".formatted(address, code);
        }

        /// In groups of four, as it is read out.
        String spaced() {
            return code.replaceAll("(.{4})(?!$)", "$1 ");
        }
    }

    byte[] print(Sheet sheet, Imprint imprint, Locale locale) {
        var html = html(sheet, imprint, locale);
        one.lock();
        try (var out = new ByteArrayOutputStream()) {
            var regular = font("NotoSansSC_400Regular.ttf");
            var bold = font("NotoSansSC_700Bold.ttf");
            new PdfRendererBuilder()
                    .useFastMode()
                    .withProducer("Mingqu")
                    .useFont(regular.toFile(), FAMILY, REGULAR, PdfRendererBuilder.FontStyle.NORMAL, true)
                    .useFont(bold.toFile(), FAMILY, BOLD, PdfRendererBuilder.FontStyle.NORMAL, true)
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be set on pages", e);
        } finally {
            one.unlock();
        }
    }

    private String html(Sheet sheet, Imprint imprint, Locale locale) {
        var day = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(clock.getZone());
        var context = new Context(locale);
        // The template language reads maps and no records.
        context.setVariables(Map.of(
                "kind", sheet.kindName(),
                "number", sheet.number(),
                "title", sheet.title(),
                "sections", sheet.sections().stream().map(Press::section).toList(),
                "organisation", imprint.organisation(),
                "code", imprint.spaced(),
                "at", day.format(imprint.at()),
                "installation", installation,
                "square", Square.of(imprint.place()),
                "words", words(locale)));
        context.setVariable("seal", Seal.of(imprint.organisation()));
        context.setVariable(
                "parties",
                sheet.parties().stream()
                        .map(it -> Map.of("name", it, "seal", Seal.of(it)))
                        .toList());
        return templates.process("sheet", context);
    }

    private static Map<String, Object> section(Sheet.Section it) {
        return Map.of(
                "heading", it.heading(),
                "lines",
                        it.lines().stream()
                                .map(line -> Map.of("label", line.label(), "value", line.value()))
                                .toList(),
                "head", it.head(),
                "rows", it.rows(),
                "paragraphs", it.paragraphs());
    }

    private Map<String, String> words(Locale locale) {
        return Stream.of("number", "code", "check", "electronic")
                .collect(Collectors.toMap(it -> it, it -> texts.of("document." + it, Map.of(), locale)));
    }

    /// The fonts come with the pages; the library wants them as files.
    private Path font(String name) throws IOException {
        var folder = fonts;
        if (folder == null) {
            folder = Files.createTempDirectory("mingqu-fonts");
            folder.toFile().deleteOnExit();
            fonts = folder;
        }
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            try (InputStream font = Press.class.getResourceAsStream("/fonts/" + name)) {
                if (font == null) {
                    throw new IOException(
                            "the font %s is missing: build the web module with its pages".formatted(name));
                }
                Files.copy(font, file, StandardCopyOption.REPLACE_EXISTING);
            }
            file.toFile().deleteOnExit();
        }
        return file;
    }

    private static TemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver(Press.class.getClassLoader());
        resolver.setPrefix("documents/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
