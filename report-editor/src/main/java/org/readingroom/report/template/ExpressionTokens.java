package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pieces of an expression: names, numbers, strings with their quotes, signs.
final class ExpressionTokens {
    /// chosen: a condition that needs more is one nobody can read.
    static final int MOST_CHARACTERS = 1000;

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<name>\\p{L}[\\p{L}\\p{Nd}_]*)|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<string>'[^']*')|(?<sign><=|>=|!=|[=<>+\\-*/(),]))");

    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    ExpressionTokens(String source) throws ExpressionException {
        this.source = source;
        if (source.length() > MOST_CHARACTERS) {
            throw new ExpressionException("expression-long", MOST_CHARACTERS);
        }
        Matcher matcher = TOKEN.matcher(source);
        int end = 0;
        while (!source.substring(end).isBlank()) {
            if (!matcher.find() || matcher.start() != end) {
                throw unexpected(source.substring(end).strip().substring(0, 1));
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /// Empty behind the last one.
    String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    String next() {
        String token = peek();
        at++;
        return token;
    }

    boolean take(String token) {
        boolean isThere = peek().equals(token);
        if (isThere) {
            at++;
        }
        return isThere;
    }

    void need(String token) throws ExpressionException {
        if (!take(token)) {
            throw unexpected(peek());
        }
    }

    ExpressionException unexpected(String token) {
        return token.isEmpty()
                ? new ExpressionException("expression-ends", source)
                : new ExpressionException("expression-unexpected", source, token);
    }
}
