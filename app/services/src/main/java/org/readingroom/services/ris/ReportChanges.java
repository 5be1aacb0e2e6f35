package org.readingroom.services.ris;

import java.util.List;
import org.readingroom.report.fhir.FiledReport;

/// Reports that changed on the server; `cursor` goes into the next question.
public record ReportChanges(List<FiledReport> reports, String cursor) {
    public ReportChanges {
        reports = List.copyOf(reports);
    }
}
