package org.readingroom.services.reading;

import java.util.List;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.viewer.model.WorkstationException;

/// The rules said no; nothing was signed or done.
public final class SigningRefusedException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public SigningRefusedException(List<Refusal> refusals) {
        super(
                "services.report.refused",
                List.of(),
                "refused by " + refusals.stream().map(Refusal::ruleId).toList(),
                null);
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
