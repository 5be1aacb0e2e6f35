package org.readingroom.report.rads;

import java.util.List;

/// A question that a template may ask by name, such as `lungRads(type, size)`.
///
/// The answer depends on the arguments alone. Asked with a wrong number of arguments, with words where it needs a
/// number, or with anything its system gives no answer to, it answers [TemplateValue#MISSING]: the report then shows a
/// gap rather than a guess.
///
/// **Thread:** any.
public interface TemplateFunction {
    /// A letter, then letters and digits; case counts.
    String name();

    /// Whether it takes any number of values of one kind, so that it can be given those of all lesions.
    default boolean takesAll() {
        return false;
    }

    TemplateValue answer(List<TemplateValue> arguments);
}
