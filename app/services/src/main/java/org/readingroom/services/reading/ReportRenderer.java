package org.readingroom.services.reading;

import java.util.List;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.pdf.PdfDress;
import org.readingroom.viewer.model.WorkstationException;

/// Makes the form in which a signed report is read by people, kept beside it.
@FunctionalInterface
public interface ReportRenderer {
    /// The PDF of the last of `versions`; the earlier ones tell who signed before.
    ///
    /// **Order:** oldest first, at least one.
    byte[] render(List<SignedReport> versions) throws WorkstationException;

    /// The same with what is printed beside the words; a renderer that prints none stays as it is.
    default ReportRenderer dressed(PdfDress dress) {
        return this;
    }
}
