package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.template.TemplatePart.Group;
import org.readingroom.report.template.TemplatePart.Slot;
import org.readingroom.report.template.TemplatePart.Words;

/// Reads the lines of a section.
final class LineReader {
    private static final Set<String> LINES = Set.of("p", "div", "li", "dt", "dd", "tr");
    private static final Set<String> FIELDS = Set.of("input", "select", "textarea", "output");
    private static final Set<String> HEADINGS = Set.of("header", "h1", "h2", "h3", "h4");

    private final FieldReader fieldReader;
    private final RepeatReader repeats;
    private final boolean isChinese;
    private final List<TemplateField> fields = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private List<TemplateLine> lines = new ArrayList<>();
    private List<TemplatePart> open = new ArrayList<>();
    private @Nullable Expression show;
    private StringBuilder source = new StringBuilder();
    private String heading = "";
    private int conditions;

    LineReader(FieldReader fieldReader, RepeatReader repeats, boolean isChinese) {
        this.fieldReader = fieldReader;
        this.repeats = repeats;
        this.isChinese = isChinese;
    }

    /// Every field read so far.
    List<TemplateField> fields() {
        return fields;
    }

    List<TemplateLine> read(Element section) {
        lines = new ArrayList<>();
        readAll(section, false);
        end();
        return lines;
    }

    private void readAll(Element parent, boolean isInner) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                words(text.getWholeText());
            } else if (node instanceof Element element) {
                read(element, isInner);
            }
        }
    }

    private void read(Element element, boolean isInner) {
        String name = element.normalName();
        if (FIELDS.contains(name)) {
            TemplateField field = fieldReader.read(element);
            fields.add(field);
            conditional(element, () -> open.add(new Slot(field.id())));
            source.append('{').append(field.id()).append('}');
        } else if (name.equals("span")) {
            conditional(element, () -> readAll(element, isInner));
        } else if (name.equals("br")) {
            breakLine();
        } else if (name.equals("section")) {
            end();
            readAll(element, true);
            end();
            heading = "";
        } else if (HEADINGS.contains(name)) {
            heading = isInner ? Folding.fold(element.text(), isChinese).strip() : "";
        } else if (LINES.contains(name)) {
            line(element, isInner);
        } else {
            readAll(element, isInner);
        }
    }

    /// A condition around a line is the line's own; around lines inside it, it is around each.
    private void line(Element element, boolean isInner) {
        end();
        boolean isOfGroup = repeats.begin(element);
        Expression before = show;
        Expression own = fieldReader.expression(element, "data-rr-show");
        show = both(before, own);
        source.append(element.attr("data-rr-show")).append('|');
        readAll(element, isInner);
        end();
        show = before;
        if (isOfGroup) {
            repeats.end();
        }
    }

    private static @Nullable Expression both(@Nullable Expression a, @Nullable Expression b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Set<String> fields = new HashSet<>(a.fields());
        fields.addAll(b.fields());
        return new Expression(
                "(" + a.source() + ") and (" + b.source() + ")",
                new ExpressionNode.Both(a.root(), b.root(), false),
                fields);
    }

    private void conditional(Element element, Runnable inside) {
        Expression condition = fieldReader.expression(element, "data-rr-show");
        if (condition == null) {
            inside.run();
            return;
        }
        List<TemplatePart> outer = open;
        open = new ArrayList<>();
        source.append('(').append(condition.source()).append(')');
        conditions++;
        inside.run();
        conditions--;
        outer.add(new Group(condition, open));
        open = outer;
    }

    private void words(String text) {
        String folded = Folding.fold(text, isChinese);
        if (!folded.isEmpty()) {
            open.add(new Words(folded));
            source.append(folded);
        }
    }

    /// A break inside a conditional part would tear it in two; it is a space there.
    private void breakLine() {
        if (conditions == 0) {
            end();
        } else {
            open.add(new Words(isChinese ? "" : " "));
        }
    }

    private void end() {
        boolean isEmpty = open.stream().allMatch(part -> part instanceof Words(String text) && text.isBlank());
        if (!isEmpty) {
            if (!heading.isEmpty()) {
                open.addFirst(new Words(heading + (isChinese ? "：" : ": ")));
                source.append(heading);
                heading = "";
            }
            TemplateLine line = new TemplateLine(key(), show, open, "");
            lines.add(line);
            repeats.line(line);
        }
        open = new ArrayList<>();
        source = new StringBuilder();
    }

    private String key() {
        String text = source.toString().strip();
        int count = seen.merge(text, 1, Integer::sum);
        return LineKeys.of(text, count);
    }
}
