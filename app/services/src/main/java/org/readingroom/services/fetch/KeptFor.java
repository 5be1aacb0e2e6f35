package org.readingroom.services.fetch;

import java.util.Locale;

/// Why a study stays on the disk whatever the quota says; of several, the first is told.
public enum KeptFor {
    /// Something of it waits for the hospital.
    UNSENT,
    /// The signed-in person holds its case.
    MINE,
    /// It has a draft, or an object that is not filed.
    UNFINISHED,
    /// Nobody has read it, or a colleague is reading it.
    UNREAD;

    /// A line of the message bundles.
    public String messageKey() {
        return "services.kept." + name().toLowerCase(Locale.ROOT);
    }
}
