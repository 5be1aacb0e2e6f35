package org.readingroom.report.template;

import java.util.Set;
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

    TemplateValue in(Scope scope) {
        return root.in(scope);
    }

    /// False for what is neither true nor false.
    boolean isTrue(Scope scope) {
        return in(scope) instanceof Truth truth && truth.isTrue();
    }
}
