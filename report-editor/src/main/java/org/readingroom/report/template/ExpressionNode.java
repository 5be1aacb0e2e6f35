package org.readingroom.report.template;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.readingroom.report.rads.TemplateFunction;
import org.readingroom.report.rads.TemplateValue;
import org.readingroom.report.rads.TemplateValue.Truth;

/// One part of an expression. What needs a value that is missing is missing itself, unless the other side decides
/// alone.
sealed interface ExpressionNode {
    TemplateValue in(Scope scope);

    /// The same with other names of fields.
    ExpressionNode renamed(Function<String, List<String>> names);

    record Constant(TemplateValue value) implements ExpressionNode {
        @Override
        public ExpressionNode renamed(Function<String, List<String>> names) {
            return this;
        }

        @Override
        public TemplateValue in(Scope scope) {
            return value;
        }
    }

    record Field(String name) implements ExpressionNode {
        @Override
        public ExpressionNode renamed(Function<String, List<String>> names) {
            return new Field(names.apply(name).getFirst());
        }

        @Override
        public TemplateValue in(Scope scope) {
            return scope.value(name);
        }
    }

    record Call(TemplateFunction function, List<ExpressionNode> arguments) implements ExpressionNode {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public ExpressionNode renamed(Function<String, List<String>> names) {
            return new Call(
                    function,
                    arguments.stream()
                            .flatMap(argument -> argument instanceof Field(String name)
                                    ? names.apply(name).stream().map(Field::new)
                                    : Stream.of(argument.renamed(names)))
                            .toList());
        }

        @Override
        public TemplateValue in(Scope scope) {
            return function.answer(
                    arguments.stream().map(argument -> argument.in(scope)).toList());
        }
    }

    record Not(ExpressionNode of) implements ExpressionNode {
        @Override
        public ExpressionNode renamed(Function<String, List<String>> names) {
            return new Not(of.renamed(names));
        }

        @Override
        public TemplateValue in(Scope scope) {
            return of.in(scope) instanceof Truth truth ? TemplateValue.of(!truth.isTrue()) : TemplateValue.MISSING;
        }
    }

    /// `decides` is the side that decides alone: false for "and", true for "or".
    record Both(ExpressionNode left, ExpressionNode right, boolean decides) implements ExpressionNode {
        @Override
        public ExpressionNode renamed(Function<String, List<String>> names) {
            return new Both(left.renamed(names), right.renamed(names), decides);
        }

        @Override
        public TemplateValue in(Scope scope) {
            TemplateValue a = left.in(scope);
            TemplateValue b = right.in(scope);
            TemplateValue alone = TemplateValue.of(decides);
            if (a.equals(alone) || b.equals(alone)) {
                return alone;
            }
            return a instanceof Truth && b instanceof Truth ? TemplateValue.of(!decides) : TemplateValue.MISSING;
        }
    }

    record Compare(ExpressionNode left, String sign, ExpressionNode right) implements ExpressionNode {
        @Override
        public ExpressionNode renamed(Function<String, List<String>> names) {
            return new Compare(left.renamed(names), sign, right.renamed(names));
        }

        @Override
        public TemplateValue in(Scope scope) {
            return ValueSums.compared(left.in(scope), sign, right.in(scope));
        }
    }

    record Sum(ExpressionNode left, char sign, ExpressionNode right) implements ExpressionNode {
        @Override
        public ExpressionNode renamed(Function<String, List<String>> names) {
            return new Sum(left.renamed(names), sign, right.renamed(names));
        }

        @Override
        public TemplateValue in(Scope scope) {
            return ValueSums.counted(left.in(scope), sign, right.in(scope));
        }
    }
}
