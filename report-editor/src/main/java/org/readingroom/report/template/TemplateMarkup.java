package org.readingroom.report.template;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// From the bytes of a file to a page, as a browser would read it, or a refusal.
///
/// Nothing is fetched and nothing is run: the page is a tree of names and words. HTML and strict XML are both read; the
/// second is known by its first letters.
// [impl->req~report.template.safe~1]
final class TemplateMarkup {
    /// chosen: the largest template of a real department is a twentieth of it.
    static final int MOST_BYTES = 512 * 1024;

    static final int MOST_ELEMENTS = 2000;
    static final int DEEPEST = 32;

    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE\\s*([^>\\[\\s]*)[^>\\[]{0,400}(.?)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DECLARATION =
            Pattern.compile("<!\\s*(?:ENTITY|ELEMENT|ATTLIST|NOTATION)", Pattern.CASE_INSENSITIVE);

    private TemplateMarkup() {}

    static Document parse(byte[] bytes) throws TemplateException {
        String source = text(bytes);
        refuseDeclarations(source);
        boolean isXml = source.stripLeading().startsWith("<?xml");
        Parser parser = isXml ? Parser.xmlParser() : Parser.htmlParser();
        parser.setTrackPosition(true);
        Document page = parser.parseInput(isXml ? source : SelfClosed.opened(source), "");
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        refuseSize(page);
        return page;
    }

    static int line(org.jsoup.nodes.Node node) {
        return Math.max(1, node.sourceRange().start().lineNumber());
    }

    private static String text(byte[] bytes) throws TemplateException {
        if (bytes.length > MOST_BYTES) {
            throw new TemplateException(1, "too-large", MOST_BYTES / 1024);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new TemplateException(1, "not-text");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new TemplateException(1, "not-text");
        }
    }

    private static void refuseDeclarations(String source) throws TemplateException {
        Matcher declaration = DECLARATION.matcher(source);
        if (declaration.find()) {
            throw new TemplateException(lineAt(source, declaration.start()), "entities");
        }
        Matcher doctype = DOCTYPE.matcher(source);
        while (doctype.find()) {
            if (!doctype.group(1).equalsIgnoreCase("html") || !doctype.group(2).equals(">")) {
                throw new TemplateException(lineAt(source, doctype.start()), "doctype");
            }
        }
    }

    private static int lineAt(String source, int at) {
        return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static void refuseSize(Document page) throws TemplateException {
        record Step(Element element, int depth) {}
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(page, 0));
        int count = 0;
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (++count > MOST_ELEMENTS) {
                throw new TemplateException(line(step.element()), "too-many", MOST_ELEMENTS);
            }
            if (step.depth() > DEEPEST) {
                throw new TemplateException(line(step.element()), "too-deep", DEEPEST);
            }
            for (Element child : step.element().children()) {
                open.push(new Step(child, step.depth() + 1));
            }
        }
    }
}
