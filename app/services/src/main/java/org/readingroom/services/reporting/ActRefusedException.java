package org.readingroom.services.reporting;

import java.util.List;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.viewer.model.WorkstationException;

/// An act about a critical value or about images that rules said no to; the first of them speaks.
public final class ActRefusedException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    ActRefusedException(List<Refusal> refusals) {
        super(
                refusals.getFirst().messageKey(),
                refusals.getFirst().arguments(),
                "refused: " + refusals.stream().map(Refusal::ruleId).toList(),
                null);
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
