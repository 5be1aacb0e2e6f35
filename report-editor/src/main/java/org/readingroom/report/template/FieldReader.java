package org.readingroom.report.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.FieldRole;

/// Reads one field element of a cleaned page.
final class FieldReader {
    static final Set<String> COMMON = Set.of(
            "id",
            "name",
            "title",
            "data-field-type",
            "data-field-units",
            "data-field-completion-action",
            "data-rr-role",
            "data-rr-show",
            "data-rr-merge",
            "placeholder");
    static final Set<String> INPUT = with("type", "value", "checked", "min", "max", "step");
    static final Set<String> SELECT = with("multiple");
    static final Set<String> OUTPUT = with("data-rr-compute", "data-rr-decimals");

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_LETTERS = 200;

    private final Map<String, CodedConcept> codes;
    private final TemplateFunctions functions;
    private final Consumer<TemplateProblem> problems;
    private final Set<String> ids = new HashSet<>();
    private final Map<Expression, Integer> asked = new LinkedHashMap<>();

    FieldReader(Map<String, CodedConcept> codes, TemplateFunctions functions, Consumer<TemplateProblem> problems) {
        this.codes = codes;
        this.functions = functions;
        this.problems = problems;
    }

    private static Set<String> with(String... more) {
        return Stream.concat(COMMON.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    TemplateField read(Element element) {
        int line = TemplateMarkup.line(element);
        FieldKind kind = kind(element);
        String id = element.id().isBlank()
                ? element.attr("name").strip()
                : element.id().strip();
        if (id.isEmpty() || id.length() > MOST_LETTERS) {
            problem(line, "field-without-id");
            id = "field-in-line-" + line + "-" + ids.size();
        }
        if (!ids.add(id)) {
            problem(line, "field-twice", id);
        }
        List<FieldChoice> choices = switch (kind) {
            case SELECTION_LIST -> choices(element, line, id);
            case CHECKBOX -> List.of(ticked(element, id));
            default -> List.of();
        };
        return new TemplateField(
                id,
                name(element, id),
                kind,
                role(element, line),
                element.attr("data-field-units").strip(),
                kind == FieldKind.NUMBER ? range(element, line, id) : NumberRange.ANY,
                element.attr("data-field-completion-action").strip().equalsIgnoreCase("NONE")
                        || kind == FieldKind.CHECKBOX,
                element.hasAttr("multiple"),
                choices,
                initial(element, kind, choices),
                merge(element, kind),
                kind == FieldKind.COMPUTED ? expression(element, "data-rr-compute") : null,
                decimals(element, line),
                codes.get(id),
                line);
    }

    /// What `attribute` says; null without it, and when it does not hold.
    @Nullable
    Expression expression(Element element, String attribute) {
        String source = element.attr(attribute).strip();
        if (source.isEmpty()) {
            return null;
        }
        try {
            Expression expression = ExpressionParser.parse(source, functions);
            asked.put(expression, TemplateMarkup.line(element));
            return expression;
        } catch (ExpressionException e) {
            problems.accept(
                    new TemplateProblem(TemplateMarkup.line(element), e.messageKey(), e.messageArguments(), true));
            return null;
        }
    }

    /// Every expression read, with its line.
    Map<Expression, Integer> asked() {
        return asked;
    }

    private static FieldKind kind(Element element) {
        return switch (element.normalName()) {
            case "output" -> FieldKind.COMPUTED;
            case "select" -> FieldKind.SELECTION_LIST;
            case "textarea" -> FieldKind.TEXTAREA;
            default -> inputKind(element);
        };
    }

    private static FieldKind inputKind(Element input) {
        String type = input.attr("data-field-type").strip().toUpperCase(Locale.ROOT);
        return switch (type.isEmpty() ? input.attr("type").strip().toUpperCase(Locale.ROOT) : type) {
            case "NUMBER" -> FieldKind.NUMBER;
            case "CHECKBOX" -> FieldKind.CHECKBOX;
            case "DATE" -> FieldKind.DATE;
            case "TIME" -> FieldKind.TIME;
            case "MERGE" -> FieldKind.MERGE;
            default -> FieldKind.TEXT;
        };
    }

    private static String name(Element element, String id) {
        String title = element.attr("title").strip();
        String name = title.isEmpty() ? element.attr("name").strip() : title;
        String best = name.isEmpty() ? id : name;
        return best.length() > MOST_LETTERS ? best.substring(0, MOST_LETTERS) : best;
    }

    private FieldRole role(Element element, int line) {
        String role = element.attr("data-rr-role").strip();
        try {
            return role.isEmpty() ? FieldRole.OTHER : FieldRole.valueOf(role);
        } catch (IllegalArgumentException e) {
            problem(line, "role-unknown", role);
            return FieldRole.OTHER;
        }
    }

    private List<FieldChoice> choices(Element select, int line, String id) {
        List<FieldChoice> choices = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Element option : select.select("option")) {
            String label = option.text().strip();
            String value = option.hasAttr("value") ? fold(option.attr("value")) : label;
            String code =
                    option.hasAttr("data-rr-code") ? option.attr("data-rr-code").strip() : value;
            if (!words.add(value)) {
                problem(TemplateMarkup.line(option), "option-twice", value, id);
            }
            choices.add(new FieldChoice(value, label.isEmpty() ? value : label, code, codes.get(option.id())));
        }
        if (choices.isEmpty()) {
            problem(line, "list-empty", id);
        }
        return choices;
    }

    /// The one choice of a box: what it says when it is ticked.
    private FieldChoice ticked(Element box, String id) {
        String value = fold(box.attr("value"));
        String words = value.isEmpty() || value.equals("on") ? name(box, id) : value;
        return new FieldChoice(words, name(box, id), "true", codes.get(id));
    }

    private static String initial(Element element, FieldKind kind, List<FieldChoice> choices) {
        return switch (kind) {
            case CHECKBOX -> String.valueOf(element.hasAttr("checked"));
            case TEXTAREA -> element.wholeText().strip();
            case SELECTION_LIST -> {
                List<Element> options = element.select("option");
                yield java.util.stream.IntStream.range(0, options.size())
                        .filter(i -> options.get(i).hasAttr("selected"))
                        .mapToObj(i -> choices.get(i).words())
                        .limit(element.hasAttr("multiple") ? options.size() : 1)
                        .collect(Collectors.joining(TemplateField.SEPARATOR));
            }
            case COMPUTED -> "";
            default -> fold(element.attr("value"));
        };
    }

    private static String merge(Element element, FieldKind kind) {
        if (kind != FieldKind.MERGE) {
            return "";
        }
        String merge = element.attr("data-rr-merge").strip();
        return merge.isEmpty() ? element.attr("name").strip() : merge;
    }

    private NumberRange range(Element input, int line, String id) {
        NumberRange range =
                new NumberRange(number(input, "min", line), number(input, "max", line), number(input, "step", line));
        boolean isUpsideDown =
                range.least() != null && range.most() != null && range.least().compareTo(range.most()) > 0;
        if (isUpsideDown || range.step() != null && range.step().signum() <= 0) {
            problem(line, "range-wrong", id);
            return NumberRange.ANY;
        }
        return range;
    }

    private @Nullable BigDecimal number(Element input, String attribute, int line) {
        String text = input.attr(attribute).strip();
        if (text.isEmpty() || attribute.equals("step") && text.equals("any")) {
            return null;
        }
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
            problem(line, "number-wrong", text, attribute);
            return null;
        }
        return new BigDecimal(text);
    }

    private int decimals(Element element, int line) {
        String text = element.attr("data-rr-decimals").strip();
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("\\d") || Integer.parseInt(text) > MOST_DECIMALS) {
            problem(line, "number-wrong", text, "data-rr-decimals");
            return 1;
        }
        return Integer.parseInt(text);
    }

    private static String fold(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void problem(int line, String reason, Object... arguments) {
        problems.accept(TemplateProblem.fatal(line, reason, arguments));
    }
}
