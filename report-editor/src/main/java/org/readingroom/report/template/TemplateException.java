package org.readingroom.report.template;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// A template file that is refused, with everything found wrong in it, by line. Its own message is the first of them.
public final class TemplateException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient List<TemplateProblem> problems;

    TemplateException(List<TemplateProblem> problems) {
        super(
                problems.getFirst().key(),
                problems.getFirst().arguments(),
                problems.getFirst().key() + " in line " + problems.getFirst().line(),
                null);
        this.problems = List.copyOf(problems);
    }

    TemplateException(int line, String reason, Object... arguments) {
        this(List.of(TemplateProblem.fatal(line, reason, arguments)));
    }

    public List<TemplateProblem> problems() {
        return problems;
    }
}
