package org.readingroom.viewer.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// An HL7 CDA document as readable text: its title, when it was made, and its sections.
///
/// Only words are taken. Scripts, style sheets, links and pictures are not followed; nothing outside the bytes is
/// ever asked for. A document with a document type declaration is refused: CDA has none, and entities are how a
/// file makes its reader fetch or swell.
///
/// **Source:** HL7 CDA R2 sections 4.2 and 4.3.5 (narrative block).
// [impl->req~document.cda~1]
public final class ClinicalDocument {
    /// chosen: far above any letter; the reader is not made to hold more.
    private static final int MOST_CHARACTERS = 8 << 20;

    private static final int DEEPEST = 128;

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private int characters;

    private ClinicalDocument(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// The text of the document in `bytes`.
    ///
    /// **Errors:** [DocumentException] when it is not well formed, declares a document type, or is no CDA.
    public static OutlineNode read(byte[] bytes) throws DocumentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            return new ClinicalDocument(xml).document();
        } catch (XMLStreamException e) {
            // the parser's own words may quote the document
            throw new DocumentException("viewer.cda.malformed", "malformed XML", null);
        }
    }

    private OutlineNode document() throws XMLStreamException, DocumentException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new DocumentException("viewer.cda.doctype", "document type declaration", null);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals("ClinicalDocument")) {
                    throw new DocumentException("viewer.cda.not-cda", "another root element", null);
                }
                return clinicalDocument();
            }
        }
        throw new DocumentException("viewer.cda.not-cda", "no root element", null);
    }

    private OutlineNode clinicalDocument() throws XMLStreamException {
        List<OutlineNode> lines = new ArrayList<>();
        String title = "";
        while (isWithin()) {
            switch (xml.getLocalName()) {
                case "title" -> title = text();
                case "effectiveTime" -> {
                    String value = attribute("value");
                    if (value.length() >= 8) {
                        String date = value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6, 8);
                        lines.add(OutlineNode.of(Phrase.key("viewer.cda.date"), date));
                    }
                    skip();
                }
                case "recordTarget" -> name("viewer.cda.patient", lines);
                case "author" -> name("viewer.cda.author", lines);
                case "component" -> sections(lines);
                default -> skip();
            }
        }
        return OutlineNode.of(Phrase.words(title), Phrase.NONE).with(lines);
    }

    /// The first person's name under the element at hand.
    private void name(String key, List<OutlineNode> lines) throws XMLStreamException {
        String found = "";
        while (isWithin()) {
            String element = xml.getLocalName();
            if (element.equals("name") && found.isEmpty()) {
                found = text();
            } else if (List.of("patientRole", "patient", "assignedAuthor", "assignedPerson")
                    .contains(element)) {
                List<OutlineNode> inner = new ArrayList<>();
                name(key, inner);
                if (found.isEmpty() && !inner.isEmpty() && inner.getFirst().value() instanceof Phrase.Words words) {
                    found = words.text();
                }
            } else {
                skip();
            }
        }
        if (!found.isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key(key), found));
        }
    }

    /// structuredBody, component and section, nested as they are.
    private void sections(List<OutlineNode> lines) throws XMLStreamException {
        while (isWithin()) {
            switch (xml.getLocalName()) {
                case "section" -> lines.add(section());
                case "structuredBody", "component" -> sections(lines);
                case "nonXMLBody" -> {
                    lines.add(OutlineNode.of(Phrase.key("viewer.cda.other-body"), Phrase.NONE));
                    skip();
                }
                default -> skip();
            }
        }
    }

    private OutlineNode section() throws XMLStreamException {
        String title = "";
        List<OutlineNode> lines = new ArrayList<>();
        while (isWithin()) {
            switch (xml.getLocalName()) {
                case "title" -> title = text();
                case "text" -> new Narrative().read(lines);
                case "component" -> sections(lines);
                default -> skip();
            }
        }
        return OutlineNode.of(Phrase.words(title), Phrase.NONE).with(lines);
    }

    /// Moves to the next element within the one at hand; false at its end.
    private boolean isWithin() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.push(xml.getLocalName());
                if (path.size() > DEEPEST) {
                    throw new XMLStreamException("nested too deeply");
                }
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                path.poll();
                return false;
            }
        }
        return false;
    }

    private void skip() throws XMLStreamException {
        while (isWithin()) {
            skip();
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// All words under the element at hand, blanks drawn together.
    private String text() throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    words.append(' ');
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(words);
                default -> {
                    // comments and instructions are not words
                }
            }
        }
        path.poll();
        return words.toString().replaceAll("\\s+", " ").strip();
    }

    private void append(StringBuilder words) throws XMLStreamException {
        characters += xml.getTextLength();
        if (characters > MOST_CHARACTERS) {
            throw new XMLStreamException("too long");
        }
        words.append(xml.getText());
    }

    /// The narrative block: paragraphs, lists and tables become lines.
    private final class Narrative {
        /// Elements whose content is no narrative and no word of a letter.
        private static final Set<String> SILENT = Set.of("script", "style");

        private final StringBuilder line = new StringBuilder();
        private List<OutlineNode> lines = new ArrayList<>();

        /// Reads up to the end of the element at hand.
        void read(List<OutlineNode> target) throws XMLStreamException {
            lines = target;
            int depth = 1;
            Deque<String> open = new ArrayDeque<>();
            while (depth > 0 && xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        String element = xml.getLocalName();
                        open.push(element);
                        begin(element);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        end(open.isEmpty() ? "" : open.pop());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (open.isEmpty() || !SILENT.contains(open.peek())) {
                            append(line);
                        }
                    }
                    default -> {
                        // comments and instructions are not words
                    }
                }
                if (depth > DEEPEST) {
                    throw new XMLStreamException("nested too deeply");
                }
            }
            path.poll();
            flush();
        }

        private void begin(String element) {
            switch (element) {
                case "paragraph", "list", "table", "tr", "caption", "br" -> flush();
                case "item" -> {
                    flush();
                    line.append("• ");
                }
                default -> {
                    // words run on
                }
            }
        }

        private void end(String element) {
            switch (element) {
                case "paragraph", "item", "tr", "caption", "list", "table" -> flush();
                case "th", "td" -> line.append(" | ");
                default -> {
                    // words run on
                }
            }
        }

        private void flush() {
            String words = line.toString().replaceAll("\\s+", " ").strip();
            line.setLength(0);
            while (words.endsWith("|")) {
                words = words.substring(0, words.length() - 1).strip();
            }
            if (!words.isEmpty() && !words.equals("•")) {
                lines.add(OutlineNode.of(Phrase.NONE, words));
            }
        }
    }
}
