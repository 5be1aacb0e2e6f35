package org.readingroom.report.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The words of a page of HTML that somebody else wrote: nothing of it runs, and nothing is fetched.
///
/// What the page strikes out or hides is not among its words. A page whose own style sheet may strike out
/// or hide has none at all: which of its words hold is not known here.
// [impl->req~report.outside.page~1]
public final class PageWords {
    private static final List<String> NO_WORDS = List.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "audio",
            "video",
            "canvas",
            "select",
            "button",
            "input",
            "textarea",
            "del",
            "s",
            "strike");
    private static final Set<String> LINES = Set.of(
            "p",
            "div",
            "br",
            "li",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "table",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "blockquote",
            "dt",
            "dd",
            "hr",
            "address");
    private static final Pattern VANISHED = Pattern.compile(
            "line-through|display:none|visibility:(?:hidden|collapse)|content:|font-size:0|opacity:0(?![.\\d])|\\\\");
    /// chosen: far beyond any page a person wrote; what goes deeper has no words.
    private static final int DEEPEST = 300;
    /// Between the cells of a row.
    private static final String CELL = "\u001f";

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private PageWords() {}

    public static Optional<String> of(String html) {
        Document page = Jsoup.parse(html, "");
        for (Element style : page.select("style")) {
            if (isVanished(style.data())) {
                return Optional.empty();
            }
        }
        if (!page.select("link[rel~=(?i)stylesheet], frameset").isEmpty()) {
            return Optional.empty();
        }
        for (String name : NO_WORDS) {
            page.select(name).remove();
        }
        page.select("[hidden]").remove();
        page.select("[style]").stream()
                .filter(each -> isVanished(each.attr("style")))
                .toList()
                .forEach(Node::remove);
        StringBuilder words = new StringBuilder();
        return write(page.body(), 0, words) ? Optional.of(tidy(words.toString())) : Optional.empty();
    }

    private static boolean isVanished(String style) {
        return VANISHED.matcher(style.toLowerCase(Locale.ROOT).replaceAll("\\s+|/\\*.*?\\*/", ""))
                .find();
    }

    /// False when it is too deep.
    private static boolean write(Element element, int depth, StringBuilder words) {
        int place = 0;
        boolean isAll = depth < DEEPEST;
        for (Node node : isAll ? element.childNodes() : List.<Node>of()) {
            if (node instanceof TextNode text) {
                boolean isKept = element.closest("pre") != null;
                words.append(isKept ? text.getWholeText() : text.getWholeText().replaceAll("[\\s\u001f]+", " "));
            } else if (node instanceof Element child) {
                place += child.normalName().equals("li") ? 1 : 0;
                isAll &= child(child, place, depth, words);
            }
        }
        return isAll;
    }

    private static boolean child(Element child, int place, int depth, StringBuilder words) {
        String name = child.normalName();
        boolean isLine = LINES.contains(name);
        words.append(isLine ? "\n" : "");
        Element parent = child.parent();
        if (name.equals("li") && parent != null && parent.normalName().equals("ol")) {
            words.append(number(parent, place)).append(". ");
        }
        boolean isAll = true;
        switch (name) {
            // 10<sup>3</sup> is not 103
            case "sup" -> words.append(set(child.text(), RAISED, "^"));
            case "sub" -> words.append(set(child.text(), LOWERED, ""));
            default -> isAll = write(child, depth + 1, words);
        }
        words.append(isLine ? "\n" : name.equals("td") || name.equals("th") ? CELL : "");
        return isAll;
    }

    private static int number(Element list, int place) {
        try {
            return Integer.parseInt(list.attr("start").strip()) + place - 1;
        } catch (NumberFormatException e) {
            return place;
        }
    }

    private static String set(String text, String digits, String otherwise) {
        String bare = text.strip();
        if (bare.isEmpty() || !bare.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return bare.isEmpty() ? "" : otherwise + bare;
        }
        StringBuilder placed = new StringBuilder();
        bare.chars().forEach(c -> placed.append(digits.charAt(c - '0')));
        return placed.toString();
    }

    private static String tidy(String words) {
        return words.replace('\u00a0', ' ')
                .lines()
                .map(line -> line.strip().replaceAll(" {2,}", " ").replaceAll(" ?" + CELL + "+ ?", "  "))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
