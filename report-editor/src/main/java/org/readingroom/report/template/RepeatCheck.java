package org.readingroom.report.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether what is asked of a repeated group has one answer however many lesions there are.
///
/// Outside of its group a field may only be given to a function that takes those of all lesions: anything else would
/// silently be about one of them.
// [impl->req~report.template.repeat~1]
final class RepeatCheck {
    private static final Pattern MARKED = Pattern.compile(".*" + GroupInstance.MARK + "\\d+");

    private final ReportTemplate template;
    private final Map<String, Integer> lines;
    private final Consumer<TemplateProblem> problems;
    private final Set<Expression> told = new HashSet<>();

    /// `asked` are all expressions with their lines in the file.
    RepeatCheck(ReportTemplate template, Map<Expression, Integer> asked, Consumer<TemplateProblem> problems) {
        this.template = template;
        this.problems = problems;
        this.lines = new HashMap<>();
        asked.forEach((expression, line) -> lines.merge(expression.source(), line, Math::min));
    }

    void check() {
        if (template.repeats().groups().isEmpty()) {
            return;
        }
        for (TemplateField field : template.fields().values()) {
            if (MARKED.matcher(field.id()).matches()) {
                problems.accept(TemplateProblem.fatal(field.line(), "repeat-mark", field.id()));
            }
            Expression compute = field.compute();
            if (compute != null) {
                TemplateLine.PlacedField place = template.places().get(field.id());
                asks(compute, place == null ? null : group(place.line()));
            }
        }
        for (TemplateSection section : template.sections()) {
            for (TemplateLine line : section.lines()) {
                Expression show = line.show();
                RepeatedGroup group = group(line);
                if (show != null) {
                    asks(show, group);
                }
                parts(line.parts(), group);
            }
        }
    }

    private void parts(List<TemplatePart> parts, @Nullable RepeatedGroup group) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Group(Expression show, List<TemplatePart> inner)) {
                asks(show, group);
                parts(inner, group);
            }
        }
    }

    private @Nullable RepeatedGroup group(TemplateLine line) {
        return template.repeats().of(line).map(GroupInstance::group).orElse(null);
    }

    private void asks(Expression expression, @Nullable RepeatedGroup inside) {
        Optional<String> single = single(expression.root(), inside);
        if (single.isPresent() && told.add(expression)) {
            problems.accept(TemplateProblem.fatal(
                    lines.getOrDefault(expression.source(), 1), "repeat-outside", expression.source(), single.get()));
        }
    }

    /// A field of another group that is asked for as if it were one.
    private Optional<String> single(ExpressionNode node, @Nullable RepeatedGroup inside) {
        return switch (node) {
            case ExpressionNode.Constant constant -> Optional.empty();
            case ExpressionNode.Field(String name) -> Optional.of(name).filter(one -> isOfAnother(one, inside));
            case ExpressionNode.Call call ->
                call.arguments().stream()
                        .filter(argument -> !(call.function().takesAll() && argument instanceof ExpressionNode.Field))
                        .flatMap(argument -> single(argument, inside).stream())
                        .findFirst();
            case ExpressionNode.Not(ExpressionNode of) -> single(of, inside);
            case ExpressionNode.Both both -> single(both.left(), inside).or(() -> single(both.right(), inside));
            case ExpressionNode.Compare compare ->
                single(compare.left(), inside).or(() -> single(compare.right(), inside));
            case ExpressionNode.Sum sum -> single(sum.left(), inside).or(() -> single(sum.right(), inside));
        };
    }

    private boolean isOfAnother(String field, @Nullable RepeatedGroup inside) {
        return template.repeats().groups().stream()
                .filter(group -> group.fields().contains(field))
                .anyMatch(group -> !group.equals(inside));
    }
}
