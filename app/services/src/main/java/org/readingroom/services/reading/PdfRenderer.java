package org.readingroom.services.reading;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.List;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.pdf.PdfDress;
import org.readingroom.report.pdf.ReportFonts;
import org.readingroom.report.pdf.ReportPdf;
import org.readingroom.viewer.model.WorkstationException;

/// Renders with the fonts of the system, which are looked for when the first report is signed.
public final class PdfRenderer implements ReportRenderer {
    private final ZoneId zone;
    private final PdfDress dress;

    /// `zone` is the one signing times are shown in.
    public PdfRenderer(ZoneId zone) {
        this(zone, PdfDress.PLAIN);
    }

    private PdfRenderer(ZoneId zone, PdfDress dress) {
        this.zone = zone;
        this.dress = dress;
    }

    @Override
    public ReportRenderer dressed(PdfDress other) {
        return new PdfRenderer(zone, other);
    }

    @Override
    public byte[] render(List<SignedReport> versions) throws WorkstationException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportPdf(ReportFonts.ofSystem(), zone, dress).write(versions, out);
        return out.toByteArray();
    }
}
