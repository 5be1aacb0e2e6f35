package org.readingroom.services.reading;

import org.readingroom.report.model.SignedReport;
import org.readingroom.viewer.model.WorkstationException;

/// Makes the form in which a signed report is read by people, kept beside it.
@FunctionalInterface
public interface ReportRenderer {
    /// PDF.
    byte[] render(SignedReport signed) throws WorkstationException;
}
