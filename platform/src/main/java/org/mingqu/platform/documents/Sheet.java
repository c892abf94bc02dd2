package org.mingqu.platform.documents;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an official document says, before it is set on pages.
///
/// @param kind stable code of the kind of document
/// @param kindName what it is called on the page, in the reader's language
/// @param number of the matter
/// @param caseId the case it belongs to; null for none
/// @param parties whose seals it carries, by name; none for a document that whoever issues it seals alone
public record Sheet(
        String kind,
        String kindName,
        String number,
        String title,
        @Nullable UUID caseId,
        List<Section> sections,
        List<String> parties) {

    public Sheet {
        sections = List.copyOf(sections);
        parties = List.copyOf(parties);
    }

    /// A document of whoever issues it.
    public Sheet(
            String kind, String kindName, String number, String title, @Nullable UUID caseId, List<Section> sections) {
        this(kind, kindName, number, title, caseId, sections, List.of());
    }

    /// A part under a heading: lines of label and value, a table, paragraphs; what is empty is left out.
    ///
    /// @param rows each as long as the head
    public record Section(
            String heading, List<Line> lines, List<String> head, List<List<String>> rows, List<String> paragraphs) {

        public Section {
            lines = List.copyOf(lines);
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            paragraphs = List.copyOf(paragraphs);
        }

        public static Section lines(String heading, List<Line> lines) {
            return new Section(heading, lines, List.of(), List.of(), List.of());
        }

        public static Section table(String heading, List<String> head, List<List<String>> rows) {
            return new Section(heading, List.of(), head, rows, List.of());
        }

        /// Running text.
        ///
        /// @param text its lines become paragraphs
        public static Section text(String heading, String text) {
            return new Section(
                    heading,
                    List.of(),
                    List.of(),
                    List.of(),
                    text.strip().lines().toList());
        }
    }

    /// A label and what stands there.
    public record Line(String label, String value) {}
}
