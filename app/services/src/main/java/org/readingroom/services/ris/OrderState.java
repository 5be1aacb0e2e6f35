package org.readingroom.services.ris;

import java.util.Locale;

/// How far the hospital says a case is.
public enum OrderState {
    WAITING,
    CLAIMED,
    COMPLETED,
    CANCELLED;

    /// A line of the message bundles.
    public String messageKey() {
        return "services.ris.state." + name().toLowerCase(Locale.ROOT);
    }
}
