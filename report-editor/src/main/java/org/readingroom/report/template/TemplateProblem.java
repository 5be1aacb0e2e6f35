package org.readingroom.report.template;

import java.util.List;

/// What is wrong in a template file, or was left out of it, with its line.
///
/// `key` names a line of the `report` messages; `arguments` are names and expressions of the template, never of a
/// patient.
/// `isFatal` is false for what was dropped.
public record TemplateProblem(int line, String key, List<Object> arguments, boolean isFatal) {
    public TemplateProblem {
        arguments = List.copyOf(arguments);
    }

    static TemplateProblem fatal(int line, String reason, Object... arguments) {
        return new TemplateProblem(line, "report.template." + reason, List.of(arguments), true);
    }

    static TemplateProblem dropped(int line, String reason, Object... arguments) {
        return new TemplateProblem(line, "report.template." + reason, List.of(arguments), false);
    }
}
