package org.mingqu.platform.selection;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mingqu.platform.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The notices as an Atom feed. Source: RFC 4287.
@Component
class SelectionFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Texts texts;

    SelectionFeed(Texts texts) {
        this.texts = texts;
    }

    /// @param notices in the order in which they are listed
    String xml(List<SelectionNotice> notices, Locale locale) {
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", base + "/api/notices/feed");
            element(xml, "title", texts.of("selection.feed", Map.of(), locale));
            element(
                    xml,
                    "updated",
                    notices.stream()
                            .map(SelectionFeed::updated)
                            .max(String::compareTo)
                            .orElse("2025-01-10T00:00:00Z"));
            author(xml, locale);
            link(xml, "self", base + "/api/notices/feed");
            for (var it : notices) {
                entry(xml, base, it, locale);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed cannot be written", e);
        }
        return text.toString();
    }

    private void author(XMLStreamWriter xml, Locale locale) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", texts.of("selection.feed.author", Map.of(), locale));
        xml.writeEndElement();
    }

    private void entry(XMLStreamWriter xml, String base, SelectionNotice it, Locale locale) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + it.id());
        element(xml, "title", it.title());
        element(xml, "updated", updated(it));
        link(xml, "alternate", base + "/notices/" + it.id());
        element(xml, "summary", summary(it, locale));
        xml.writeEndElement();
    }

    /// What is asked for, and once the result is out who was selected.
    private String summary(SelectionNotice it, Locale locale) {
        if (it.stage() != CallStage.ANNOUNCED) {
            return it.conditions();
        }
        return it.selected().isEmpty()
                ? texts.of("selection.feed.nobody", Map.of(), locale)
                : texts.of("selection.feed.result", Map.of("selected", String.join("、", it.selected())), locale);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static String updated(SelectionNotice it) {
        return DateTimeFormatter.ISO_INSTANT.format(it.changedAt().truncatedTo(ChronoUnit.SECONDS));
    }
}
