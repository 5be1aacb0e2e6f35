package org.readingroom.report.quality;

import java.util.Locale;

/// Whether what a report said agrees with what surgery, pathology or follow-up found (诊断符合, clause E18).
public enum Conformity {
    CONFORMS,
    PARTLY,
    DIFFERS,
    /// Looked at, and not known yet.
    UNDECIDED;

    public String messageKey() {
        return "report.conformity." + name().toLowerCase(Locale.ROOT);
    }
}
