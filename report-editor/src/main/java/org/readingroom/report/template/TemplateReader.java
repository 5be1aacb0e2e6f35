package org.readingroom.report.template;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.ReportTemplate.TemplateSection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads one MRRT template written as well-formed XML.
///
/// Sections are known by their id: `technique`, `findings`, `impression`. Each `<p>` is one line.
/// Inside it `<input>` gives its value or `【title】`, `<select>` its selected option.
final class TemplateReader {
    private TemplateReader() {}

    static ReportTemplate read(InputStream stream) throws IOException {
        try {
            Document document = builder().parse(stream);
            List<TemplateSection> sections = new ArrayList<>();
            for (Element section : elements(document.getDocumentElement(), "section")) {
                sections.add(new TemplateSection(kind(section), text(section)));
            }
            return new ReportTemplate(
                    meta(document, "dcterms.identifier"),
                    meta(document, "dcterms.title"),
                    ReportLanguage.of(Locale.forLanguageTag(meta(document, "dcterms.language"))),
                    codes(document, "DCM"),
                    bodyParts(document),
                    sections);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("template is not well-formed", e);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setExpandEntityReferences(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new java.io.StringReader("")));
        return builder;
    }

    private static SectionKind kind(Element section) throws IOException {
        return switch (section.getAttribute("id")) {
            case "technique" -> SectionKind.TECHNIQUE;
            case "findings" -> SectionKind.FINDINGS;
            case "impression" -> SectionKind.IMPRESSION;
            default -> throw new IOException("template section " + section.getAttribute("id") + " is unknown");
        };
    }

    private static String text(Element section) {
        List<String> lines = new ArrayList<>();
        for (Element paragraph : elements(section, "p")) {
            StringBuilder line = new StringBuilder();
            append(paragraph, line);
            lines.add(line.toString().replaceAll("\\s+", " ").strip());
        }
        return String.join("\n", lines);
    }

    private static void append(Node node, StringBuilder line) {
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child.getNodeType() == Node.TEXT_NODE) {
                line.append(child.getTextContent());
            } else if (child instanceof Element element) {
                switch (element.getTagName()) {
                    case "input" -> line.append(fieldText(element));
                    case "select" -> line.append(selected(element));
                    default -> append(element, line);
                }
            }
        }
    }

    private static String fieldText(Element input) {
        String value = input.getAttribute("value");
        return value.isEmpty() ? "【" + input.getAttribute("title") + "】" : value;
    }

    private static String selected(Element select) {
        for (Element option : elements(select, "option")) {
            if (option.hasAttribute("selected")) {
                return option.getTextContent().strip();
            }
        }
        return "【" + select.getAttribute("title") + "】";
    }

    private static Set<BodyPart> bodyParts(Document document) {
        Set<BodyPart> parts = new HashSet<>();
        for (String code : codes(document, "SCT")) {
            Optional<BodyPart> part = BodyPart.ofSnomed(code);
            part.ifPresent(parts::add);
        }
        return parts;
    }

    private static Set<String> codes(Document document, String scheme) {
        Set<String> codes = new HashSet<>();
        for (Element term : elements(document.getDocumentElement(), "term")) {
            for (Element code : elements(term, "code")) {
                if (code.getAttribute("scheme").equals(scheme)) {
                    codes.add(code.getAttribute("value"));
                }
            }
        }
        return codes;
    }

    private static String meta(Document document, String name) throws IOException {
        for (Element meta : elements(document.getDocumentElement(), "meta")) {
            if (meta.getAttribute("name").equals(name)) {
                return meta.getAttribute("content");
            }
        }
        throw new IOException("template has no " + name);
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
