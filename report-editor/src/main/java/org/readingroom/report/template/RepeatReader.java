package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads which lines of a template may stand in a report more than once.
// [impl->req~report.template.repeat~1]
final class RepeatReader {
    static final String REPEAT = "data-rr-repeat";
    static final String NAME = "data-rr-repeat-name";
    static final String NUMBER = "data-rr-repeat-number";

    private static final int MOST_LETTERS = 40;

    private final Consumer<TemplateProblem> problems;
    private final Map<String, Lines> groups = new LinkedHashMap<>();
    private @Nullable Lines open;
    private boolean isNumbered;

    private static final class Lines {
        private final int line;
        private final Set<String> fields = new HashSet<>();
        private final Set<String> keys = new HashSet<>();
        private final Set<String> numbered = new HashSet<>();
        private String name = "";

        Lines(int line) {
            this.line = line;
        }
    }

    RepeatReader(Consumer<TemplateProblem> problems) {
        this.problems = problems;
    }

    /// Whether the lines inside of `element` are those of a group; then it has to be ended.
    boolean begin(Element element) {
        String id = element.attr(REPEAT).strip();
        if (!element.hasAttr(REPEAT)) {
            return false;
        }
        int line = TemplateMarkup.line(element);
        String name = element.attr(NAME).strip();
        if (!id.matches("\\p{L}[\\p{L}\\p{Nd}_]*") || id.length() > MOST_LETTERS || name.length() > MOST_LETTERS) {
            problems.accept(TemplateProblem.fatal(line, "repeat-name", id));
            return false;
        }
        if (open != null) {
            problems.accept(TemplateProblem.fatal(line, "repeat-nested", id));
            return false;
        }
        Lines group = groups.computeIfAbsent(id, any -> new Lines(line));
        if (!name.isEmpty()) {
            group.name = name;
        }
        open = group;
        isNumbered = !element.attr(NUMBER).strip().equalsIgnoreCase("no");
        return true;
    }

    void end() {
        open = null;
    }

    void line(TemplateLine line) {
        Lines group = open;
        if (group != null) {
            group.fields.addAll(line.fields());
            group.keys.add(line.key());
            if (isNumbered) {
                group.numbered.add(line.key());
            }
        }
    }

    /// **Order:** as they begin in the file.
    List<RepeatedGroup> groups() {
        List<RepeatedGroup> read = new ArrayList<>();
        groups.forEach((id, lines) -> {
            if (lines.fields.isEmpty()) {
                problems.accept(TemplateProblem.fatal(lines.line, "repeat-empty", id));
            }
            read.add(new RepeatedGroup(
                    id, lines.name.isEmpty() ? id : lines.name, lines.fields, lines.keys, lines.numbered));
        });
        return read;
    }
}
