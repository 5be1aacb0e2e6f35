package org.readingroom.report.quality;

import java.util.Locale;

/// What a report was compared with.
public enum ConformitySource {
    SURGERY,
    PATHOLOGY,
    DISCHARGE,
    FOLLOW_UP;

    public String messageKey() {
        return "report.conformity.source." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
