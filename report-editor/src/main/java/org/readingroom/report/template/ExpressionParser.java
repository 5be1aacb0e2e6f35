package org.readingroom.report.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.report.rads.TemplateFunction;
import org.readingroom.report.rads.TemplateValue;

/// Reads expressions: `or`, `and`, `not`, one comparison, `+ -`, `* /`, then single values and calls, in this order of
/// binding.
final class ExpressionParser {
    private static final int DEEPEST = 32;
    private static final int MOST_ARGUMENTS = 32;
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false");

    private final TemplateFunctions functions;
    private final String source;
    private final ExpressionTokens tokens;
    private final Set<String> fields = new LinkedHashSet<>();
    private int depth;

    private ExpressionParser(String source, TemplateFunctions functions) throws ExpressionException {
        this.source = source;
        this.functions = functions;
        this.tokens = new ExpressionTokens(source);
    }

    /// **Errors:** [ExpressionException] with what stands where it should not.
    static Expression parse(String source, TemplateFunctions functions) throws ExpressionException {
        ExpressionParser parser = new ExpressionParser(source, functions);
        ExpressionNode root = parser.either();
        if (!parser.tokens.peek().isEmpty()) {
            throw parser.tokens.unexpected(parser.tokens.peek());
        }
        return new Expression(source, root, parser.fields);
    }

    private ExpressionNode either() throws ExpressionException {
        if (++depth > DEEPEST) {
            throw new ExpressionException("expression-deep", source, DEEPEST);
        }
        ExpressionNode node = both();
        while (tokens.take("or")) {
            node = new ExpressionNode.Both(node, both(), true);
        }
        depth--;
        return node;
    }

    private ExpressionNode both() throws ExpressionException {
        ExpressionNode node = negated();
        while (tokens.take("and")) {
            node = new ExpressionNode.Both(node, negated(), false);
        }
        return node;
    }

    private ExpressionNode negated() throws ExpressionException {
        boolean isNegated = false;
        while (tokens.take("not")) {
            isNegated = !isNegated;
        }
        ExpressionNode node = comparison();
        return isNegated ? new ExpressionNode.Not(node) : node;
    }

    private ExpressionNode comparison() throws ExpressionException {
        ExpressionNode left = sum();
        if (!COMPARISONS.contains(tokens.peek())) {
            return left;
        }
        String sign = tokens.next();
        return new ExpressionNode.Compare(left, sign, sum());
    }

    private ExpressionNode sum() throws ExpressionException {
        ExpressionNode node = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            node = new ExpressionNode.Sum(node, tokens.next().charAt(0), product());
        }
        return node;
    }

    private ExpressionNode product() throws ExpressionException {
        ExpressionNode node = single();
        while (tokens.peek().equals("*") || tokens.peek().equals("/")) {
            node = new ExpressionNode.Sum(node, tokens.next().charAt(0), single());
        }
        return node;
    }

    private ExpressionNode single() throws ExpressionException {
        String token = tokens.next();
        if (token.equals("(")) {
            ExpressionNode inner = either();
            tokens.need(")");
            return inner;
        }
        if (token.equals("-")) {
            if (tokens.peek().equals("-")) {
                throw tokens.unexpected("-");
            }
            return new ExpressionNode.Sum(constant(TemplateValue.of(0)), '-', single());
        }
        if (token.startsWith("'")) {
            return constant(TemplateValue.of(token.substring(1, token.length() - 1)));
        }
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            return constant(TemplateValue.of(new BigDecimal(token)));
        }
        if (token.equals("true") || token.equals("false")) {
            return constant(TemplateValue.of(token.equals("true")));
        }
        if (token.isEmpty() || !Character.isLetter(token.charAt(0)) || WORDS.contains(token)) {
            throw tokens.unexpected(token);
        }
        if (tokens.take("(")) {
            return call(token);
        }
        fields.add(token);
        return new ExpressionNode.Field(token);
    }

    private ExpressionNode call(String name) throws ExpressionException {
        TemplateFunction function =
                functions.find(name).orElseThrow(() -> new ExpressionException("function-unknown", source, name));
        List<ExpressionNode> arguments = new ArrayList<>();
        if (!tokens.take(")")) {
            do {
                arguments.add(either());
            } while (tokens.take(","));
            tokens.need(")");
        }
        if (arguments.size() > MOST_ARGUMENTS) {
            throw new ExpressionException("expression-arguments", source, name, MOST_ARGUMENTS);
        }
        return new ExpressionNode.Call(function, arguments);
    }

    private static ExpressionNode constant(TemplateValue value) {
        return new ExpressionNode.Constant(value);
    }
}
