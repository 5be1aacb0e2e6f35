package org.readingroom.report.prior;

import java.util.List;

/// The earlier reports of a patient, the newest study first. `withheld` counts those that are there and
/// have no version that may be quoted now. `outside` says what is known of those in other systems.
public record PriorReports(List<PriorReport> reports, int withheld, List<Said> outside) {
    /// A line of the message bundles with what goes into it.
    public record Said(String key, List<Object> arguments) {
        public Said {
            arguments = List.copyOf(arguments);
        }
    }

    public PriorReports {
        reports = List.copyOf(reports);
        outside = List.copyOf(outside);
    }

    /// Without other systems.
    public PriorReports(List<PriorReport> reports, int withheld) {
        this(reports, withheld, List.of());
    }
}
