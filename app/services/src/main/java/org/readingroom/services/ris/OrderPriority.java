package org.readingroom.services.ris;

import java.util.Locale;

/// RequestPriority of FHIR R4, most urgent first.
public enum OrderPriority {
    STAT,
    ASAP,
    URGENT,
    ROUTINE;

    /// A line of the message bundles.
    public String messageKey() {
        return "services.ris.priority." + name().toLowerCase(Locale.ROOT);
    }
}
