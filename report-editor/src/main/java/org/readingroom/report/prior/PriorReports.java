package org.readingroom.report.prior;

import java.util.List;

/// The earlier reports of a patient, the newest study first. `withheld` counts those that are there and have no version
/// that may be quoted now.
public record PriorReports(List<PriorReport> reports, int withheld) {
    public PriorReports {
        reports = List.copyOf(reports);
    }
}
