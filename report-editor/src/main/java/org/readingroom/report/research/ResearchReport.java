package org.readingroom.report.research;

import org.readingroom.report.model.Report;
import org.readingroom.viewer.model.PatientId;

/// The one version of a report that holds, and the number its patient has after all merges.
public record ResearchReport(Report report, PatientId patient) {
    ResearchSubject subject() {
        return ResearchSubject.of(patient, report.study());
    }
}
