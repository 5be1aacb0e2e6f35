package org.readingroom.services.reporting;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import org.readingroom.report.pdf.PdfDress;
import org.readingroom.services.store.StudyStore;

/// What this home prints beside the words of its reports.
public final class PrintedDress {
    private PrintedDress() {}

    /// `folder` is that of the home.
    public static PdfDress of(Path folder, StudyStore studies, InstantSource clock, Reporting reporting) {
        return new PdfDress(
                new HospitalHead(folder)::in,
                new KeyImagePictures(studies)::of,
                new ApprovedSeals(folder, clock, ZoneId.systemDefault())::of,
                reporting.imageQuality()::printed);
    }
}
