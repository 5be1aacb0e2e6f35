package org.readingroom.report.register;

import java.time.Instant;
import org.readingroom.report.model.ReportId;

/// What the follow-up of an AI-assisted case found (clause D7); a case without one is open.
///
/// `note` says by what: surgery, pathology, a later examination; it may be empty.
public record Outcome(ReportId report, Finding finding, String note, String who, Instant at) {
    public enum Finding {
        /// The report was right.
        CONFIRMED,
        /// It was not.
        REFUTED,
        /// Nothing more will be known.
        UNKNOWN;

        public String messageKey() {
            return "report.register.outcome." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
