package org.readingroom.report.rads;

import java.util.List;
import java.util.function.Function;

/// One calculator under the name by which templates ask it.
///
/// `least` and `most` are how many arguments it takes; with another number it gives no answer.
record RadsFunction(String name, int least, int most, Function<Arguments, TemplateValue> question)
        implements TemplateFunction {

    static RadsFunction of(String name, int arguments, Function<Arguments, RadsAnswer> question) {
        return new RadsFunction(
                name, arguments, arguments, given -> question.apply(given).value());
    }

    @Override
    public TemplateValue answer(List<TemplateValue> arguments) {
        boolean fits = arguments.size() >= least && arguments.size() <= most;
        return fits ? question.apply(new Arguments(arguments)) : TemplateValue.MISSING;
    }
}
