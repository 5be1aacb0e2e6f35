package org.readingroom.report.template;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.readingroom.report.rads.TemplateValue;
import org.readingroom.report.rads.TemplateValue.Truth;

/// A condition or a computation of a template, read and checked.
///
/// It can only ask for fields and call [TemplateFunctions]; it ends, because it has no loops. `fields` are the names it
/// asks for.
// [impl->req~report.template.expression~1]
public record Expression(String source, ExpressionNode root, Set<String> fields) {
    public Expression {
        fields = Set.copyOf(fields);
    }

    /// The same with other names of fields; where a call is given a name that has become several, it is given them all.
    Expression renamed(Function<String, List<String>> names) {
        Set<String> asked = new HashSet<>();
        fields.forEach(field -> asked.addAll(names.apply(field)));
        return asked.equals(fields) ? this : new Expression(source, root.renamed(names), asked);
    }

    TemplateValue in(Scope scope) {
        return root.in(scope);
    }

    /// False for what is neither true nor false.
    boolean isTrue(Scope scope) {
        return in(scope) instanceof Truth truth && truth.isTrue();
    }
}
