package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;

/// Takes everything out of a page that a template does not need, and says what and where.
///
/// What is left holds no address, no script that runs and no event: only elements and attributes named here.
// [impl->req~report.template.safe~1]
final class TemplateCleaner {
    /// Elements that go, while what is in them stays.
    private static final Set<String> OPENED = Set.of(
            "a",
            "b",
            "i",
            "em",
            "strong",
            "u",
            "small",
            "font",
            "form",
            "main",
            "article",
            "fieldset",
            "center",
            "thead",
            "tbody",
            "table",
            "ul",
            "ol",
            "dl",
            "sub",
            "sup",
            "label",
            "optgroup");
    /// Attributes of style and reading aids: dropped without a word.
    private static final Set<String> QUIET =
            Set.of("class", "style", "for", "size", "cols", "rows", "xmlns", "align", "width", "height", "http-equiv");

    private static final Set<String> LINE =
            Set.of("id", "data-rr-show", RepeatReader.REPEAT, RepeatReader.NAME, RepeatReader.NUMBER);

    private static final Map<String, Set<String>> KEPT = Map.ofEntries(
            Map.entry("html", Set.of("lang")),
            Map.entry("head", Set.of()),
            Map.entry("body", Set.of()),
            Map.entry("title", Set.of()),
            Map.entry("meta", Set.of("name", "content", "charset")),
            Map.entry("script", Set.of("type")),
            Map.entry("section", Set.of("id", "data-section-name")),
            Map.entry("header", Set.of("class")),
            Map.entry("p", LINE),
            Map.entry("div", LINE),
            Map.entry("li", LINE),
            Map.entry("dt", Set.of()),
            Map.entry("dd", Set.of("data-rr-show")),
            Map.entry("tr", Set.of("data-rr-show")),
            Map.entry("td", Set.of()),
            Map.entry("th", Set.of()),
            Map.entry("h1", Set.of()),
            Map.entry("h2", Set.of()),
            Map.entry("h3", Set.of()),
            Map.entry("h4", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("span", Set.of("id", "data-rr-show")),
            Map.entry("input", FieldReader.INPUT),
            Map.entry("textarea", FieldReader.COMMON),
            Map.entry("select", FieldReader.SELECT),
            Map.entry("option", Set.of("id", "name", "value", "selected", "data-rr-code")),
            Map.entry("output", FieldReader.OUTPUT));

    private static final Map<String, Set<String>> KEPT_OF_CODES = Map.of(
            "template_attributes", Set.of(),
            "top-level-flag", Set.of(),
            "status", Set.of(),
            "term", Set.of("type"),
            "code", Set.of("meaning", "value", "scheme"),
            "coded_content", Set.of(),
            "entry", Set.of("origtxt"),
            "coding_schemes", Set.of(),
            "coding_scheme", Set.of("name", "designator"));

    private final List<TemplateProblem> dropped = new ArrayList<>();

    /// Cleans `page` in place.
    ///
    /// **Order:** of the answer: as they stand in the file.
    List<TemplateProblem> clean(Document page) {
        cleanChildren(page, KEPT);
        return List.copyOf(dropped);
    }

    private void cleanChildren(Element parent, Map<String, Set<String>> kept) {
        for (Node child : List.copyOf(parent.childNodes())) {
            switch (child) {
                case Element element -> clean(element, kept);
                case TextNode text -> {}
                case DataNode data -> {}
                case XmlDeclaration declaration -> child.remove();
                case Comment comment -> child.remove();
                default -> {
                    if (!child.nodeName().equals("#doctype")) {
                        child.remove();
                    }
                }
            }
        }
    }

    private void clean(Element element, Map<String, Set<String>> kept) {
        String name = element.normalName();
        int line = TemplateMarkup.line(element);
        if (name.equals("script") && kept.containsKey(name)) {
            cleanCodes(element, line);
            return;
        }
        if (name.equals("meta") && element.attr("name").isBlank() && !element.hasAttr("charset")) {
            element.remove();
            return;
        }
        Set<String> attributes = kept.get(name);
        if (attributes != null) {
            cleanAttributes(element, attributes, line);
            cleanChildren(element, kept);
        } else if (OPENED.contains(name)) {
            cleanAttributes(element, Set.of(), line);
            if (name.equals("form")) {
                dropped.add(TemplateProblem.dropped(line, "dropped-element", name));
            }
            cleanChildren(element, kept);
            element.unwrap();
        } else {
            dropped.add(TemplateProblem.dropped(line, "dropped-element", name));
            element.remove();
        }
    }

    private void cleanAttributes(Element element, Set<String> kept, int line) {
        for (Attribute attribute : element.attributes().asList()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (!kept.contains(name)) {
                element.removeAttr(attribute.getKey());
                if (!QUIET.contains(name)) {
                    dropped.add(TemplateProblem.dropped(line, "dropped-attribute", name, element.normalName()));
                }
            }
        }
    }

    /// Codes are XML inside a script element that no browser runs; any other script goes.
    private void cleanCodes(Element script, int line) {
        String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
        if (!type.equals("text/xml") && !type.equals("application/xml")) {
            dropped.add(TemplateProblem.dropped(line, "dropped-element", "script"));
            script.remove();
            return;
        }
        cleanAttributes(script, Set.of("type"), line);
        if (script.children().isEmpty()) {
            String data = script.data().replace("<![CDATA[", "").replace("]]>", "");
            Parser parser = Parser.xmlParser();
            Document codes = parser.parseInput(data.isEmpty() ? script.wholeText() : data, "");
            codes.outputSettings().prettyPrint(false);
            cleanChildren(codes, KEPT_OF_CODES);
            script.empty();
            script.appendChild(new DataNode(codes.outerHtml()));
        } else {
            cleanChildren(script, KEPT_OF_CODES);
        }
    }

    /// The codes of a cleaned page, as one tree.
    static Document codes(Document page) {
        StringBuilder all = new StringBuilder();
        for (Element script : page.select("script")) {
            all.append(script.children().isEmpty() ? script.data() : script.html());
        }
        return Parser.xmlParser().parseInput(all.toString(), "");
    }
}
