package org.readingroom.report.workflow;

import java.util.List;

/// A rule that said no to a signature.
///
/// `ruleId` is stable, such as `reviewer-is-not-primary`; `messageKey` and `arguments` are its
/// words in the `report` bundle.
public record Refusal(String ruleId, String messageKey, List<Object> arguments) {
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    static Refusal of(String ruleId, Object... arguments) {
        return new Refusal(ruleId, "report.rule." + ruleId, List.of(arguments));
    }
}
