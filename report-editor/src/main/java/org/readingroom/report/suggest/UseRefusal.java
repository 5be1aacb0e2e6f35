package org.readingroom.report.suggest;

import java.util.List;

/// Why a source may not be used here; a message key of the `report` bundle and its arguments.
public record UseRefusal(String ruleId, String messageKey, List<Object> arguments) {
    /// The hospital's own rules cannot be read.
    public static final UseRefusal RULE_FILE = of("rule-file");

    public UseRefusal {
        arguments = List.copyOf(arguments);
    }

    static UseRefusal of(String ruleId, Object... arguments) {
        return new UseRefusal(ruleId, "report.suggest.refused." + ruleId, List.of(arguments));
    }
}
