package org.readingroom.report.template;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// An expression that does not hold; the arguments of its message are the expression and what is wrong in it.
final class ExpressionException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    ExpressionException(String reason, Object... arguments) {
        super("report.template." + reason, List.of(arguments), reason, null);
    }
}
