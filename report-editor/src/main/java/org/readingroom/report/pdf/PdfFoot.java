package org.readingroom.report.pdf;

import java.io.IOException;
import java.util.List;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.viewer.model.Patient;

/// The foot of every page: whose it is, which version, and how many pages there are.
final class PdfFoot {
    private PdfFoot() {}

    static void write(PdfFlow flow, Report report, List<SignedReport> versions, Messages words) throws IOException {
        Patient patient = report.study().patient();
        for (int page = 0; page < flow.pages(); page++) {
            String version = versions.isEmpty()
                    ? words.get("report.pdf.draft")
                    : words.get(
                            "report.pdf.version",
                            versions.getLast().act().version(),
                            versions.getLast().digest());
            if (ValidVersions.isBeingReread(versions)) {
                version = words.get("report.pdf.not-valid") + "  " + version;
            }
            flow.foot(page, 0, version, words.get("report.pdf.page", page + 1, flow.pages()));
            flow.foot(
                    page,
                    1,
                    // The number first: a name that is too long is cut, the number is not.
                    patient.id().value() + "  " + patient.name().display(),
                    report.study().accessionNumber());
        }
    }
}
