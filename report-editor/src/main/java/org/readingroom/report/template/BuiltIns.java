package org.readingroom.report.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.readingroom.report.rads.TemplateFunction;
import org.readingroom.report.rads.TemplateValue;
import org.readingroom.report.rads.TemplateValue.Amount;
import org.readingroom.report.rads.TemplateValue.Missing;
import org.readingroom.report.rads.TemplateValue.Truth;
import org.readingroom.report.rads.TemplateValue.Words;

/// The functions every template has, as `docs/templates.md` lists them.
final class BuiltIns {
    private static final TemplateValue MISSING = TemplateValue.MISSING;
    /// chosen: nobody measures finer, and a larger number would only cost memory.
    private static final int MOST_DIGITS = 6;

    private BuiltIns() {}

    static List<TemplateFunction> all() {
        return List.of(
                function("given", a -> a.size() == 1 ? TemplateValue.of(isGiven(a.getFirst())) : MISSING),
                function("has", a -> a.size() == 2 ? has(a.getFirst(), a.getLast()) : MISSING),
                function("count", a -> a.size() == 1 ? count(a.getFirst()) : MISSING),
                function("if", a -> a.size() == 3 ? chosen(a) : MISSING),
                function("round", BuiltIns::rounded),
                ofAll("min", a -> folded(a, BigDecimal::min)),
                ofAll("max", a -> folded(a, BigDecimal::max)),
                ofAll("sum", a -> folded(a, BigDecimal::add)),
                function("abs", a -> of(a, BigDecimal::abs)),
                function("sqrt", a -> of(a, x -> x.signum() < 0 ? null : x.sqrt(MathContext.DECIMAL64))),
                ofAll("join", BuiltIns::joined),
                ofAll("instances", a -> a.isEmpty() ? MISSING : TemplateValue.of(a.size())));
    }

    private static boolean isGiven(TemplateValue value) {
        return switch (value) {
            case Missing missing -> false;
            case Words(String text) -> !text.isBlank();
            case Truth(boolean isTrue) -> isTrue;
            case Amount amount -> true;
        };
    }

    private static TemplateValue has(TemplateValue list, TemplateValue code) {
        return switch (list) {
            case Words(String codes)
            when code instanceof Words(String one) ->
                TemplateValue.of(
                        Arrays.asList(codes.split(TemplateField.SEPARATOR, -1)).contains(one));
            default -> MISSING;
        };
    }

    private static TemplateValue count(TemplateValue list) {
        return list instanceof Words(String codes)
                ? TemplateValue.of(codes.isEmpty() ? 0 : codes.split(TemplateField.SEPARATOR, -1).length)
                : MISSING;
    }

    private static TemplateValue chosen(List<TemplateValue> a) {
        return a.getFirst() instanceof Truth(boolean isTrue) ? a.get(isTrue ? 1 : 2) : MISSING;
    }

    private static TemplateValue rounded(List<TemplateValue> a) {
        if (a.size() != 2
                || !(a.getFirst() instanceof Amount(BigDecimal x))
                || !(a.getLast() instanceof Amount(var n))) {
            return MISSING;
        }
        boolean isPossible = n.signum() >= 0 && n.compareTo(BigDecimal.valueOf(MOST_DIGITS)) <= 0;
        return isPossible ? TemplateValue.of(x.setScale(n.intValue(), RoundingMode.HALF_UP)) : MISSING;
    }

    private static TemplateValue folded(List<TemplateValue> a, BinaryOperator<BigDecimal> by) {
        if (a.stream().anyMatch(one -> one instanceof Words || one instanceof Truth)) {
            return MISSING;
        }
        return a.stream()
                .filter(Amount.class::isInstance)
                .map(one -> ((Amount) one).number())
                .reduce(by)
                .map(TemplateValue::of)
                .orElse(MISSING);
    }

    private static TemplateValue of(
            List<TemplateValue> a, Function<BigDecimal, @org.jspecify.annotations.Nullable BigDecimal> by) {
        if (a.size() != 1 || !(a.getFirst() instanceof Amount(BigDecimal x))) {
            return MISSING;
        }
        BigDecimal result = by.apply(x);
        return result == null ? MISSING : TemplateValue.of(result);
    }

    private static TemplateValue joined(List<TemplateValue> a) {
        if (a.isEmpty() || !(a.getFirst() instanceof Words(String separator))) {
            return MISSING;
        }
        String text = a.stream()
                .skip(1)
                .filter(one -> one instanceof Words(String word) && !word.isBlank())
                .map(one -> ((Words) one).text())
                .collect(Collectors.joining(separator));
        return text.isEmpty() ? MISSING : TemplateValue.of(text);
    }

    private static TemplateFunction function(String name, Function<List<TemplateValue>, TemplateValue> answer) {
        return function(name, false, answer);
    }

    /// Takes the values of all lesions.
    private static TemplateFunction ofAll(String name, Function<List<TemplateValue>, TemplateValue> answer) {
        return function(name, true, answer);
    }

    private static TemplateFunction function(
            String name, boolean takesAll, Function<List<TemplateValue>, TemplateValue> answer) {
        return new TemplateFunction() {
            @Override
            public boolean takesAll() {
                return takesAll;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public TemplateValue answer(List<TemplateValue> arguments) {
                return answer.apply(arguments);
            }
        };
    }
}
