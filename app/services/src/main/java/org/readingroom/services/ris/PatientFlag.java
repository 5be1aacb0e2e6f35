package org.readingroom.services.ris;

import java.util.Locale;

/// Patients that lists and headers mark with a colour (clause A23).
public enum PatientFlag {
    CRITICAL,
    EMERGENCY,
    INFECTIOUS,
    ELDERLY;

    /// A line of the message bundles.
    public String messageKey() {
        return "services.ris.flag." + name().toLowerCase(Locale.ROOT);
    }
}
