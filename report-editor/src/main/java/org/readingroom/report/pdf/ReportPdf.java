package org.readingroom.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SignedReport;
import org.readingroom.viewer.model.Patient;

/// Writes a report as PDF, in the report's own language.
///
/// Every page names the patient, the version and its digest. What is not signed says so on every
/// page. The document is PDF/A-2u, and the same versions give the same bytes.
///
/// **Thread:** any but `fx`.
// [impl->req~report.pdf.content~1]
// [impl->req~report.pdf.archival~1]
public final class ReportPdf {
    private static final float TEXT = 10.5f;

    private final ReportFonts fonts;
    private final ZoneId zone;
    private final PdfDress dress;

    /// `zone` is the one signing times are shown in.
    public ReportPdf(ReportFonts fonts, ZoneId zone) {
        this(fonts, zone, PdfDress.PLAIN);
    }

    public ReportPdf(ReportFonts fonts, ZoneId zone, PdfDress dress) {
        this.fonts = fonts;
        this.zone = zone;
        this.dress = dress;
    }

    /// Writes the last of `versions`, with everyone who signed it or one before it.
    ///
    /// **Order:** oldest first, at least one.
    /// **Errors:** [ReportPdfException] when a font is missing or `out` fails.
    public void write(List<SignedReport> versions, OutputStream out) throws ReportPdfException {
        write(versions.getLast().report(), versions, out);
    }

    /// Writes a report that nobody has signed, marked as a draft.
    ///
    /// **Errors:** [ReportPdfException] when a font is missing or `out` fails.
    public void writeDraft(Report report, OutputStream out) throws ReportPdfException {
        write(report, List.of(), out);
    }

    private void write(Report report, List<SignedReport> versions, OutputStream out) throws ReportPdfException {
        if (!fonts.hasChinese() && needsChinese(report, versions)) {
            throw new ReportPdfException("report.pdf.font-missing", "no font with Chinese letters", null);
        }
        Messages words = Messages.of(report.language().locale());
        // The Chinese font stays open until the document is saved, which cuts it down then.
        try (PDDocument document = new PDDocument();
                ReportFonts.Opened opened = fonts.open(document)) {
            PdfLetters letters = new PdfLetters(opened);
            try (PdfFlow flow = new PdfFlow(document, letters)) {
                new PdfHead(document, dress.letterhead().apply(report.language()), words)
                        .write(flow, report, dress.imageQuality().apply(report), versions);
                sections(flow, report, words);
                new PdfPictures(document, dress.pictures(), words).write(flow, report.keyImages());
                PdfSuggestions.write(flow, report, words);
                new PdfSigners(document, dress.seals(), zone, words).write(flow, versions);
                PdfFoot.write(flow, report, versions, words);
            }
            ArchivalForm.give(
                    document, words.get("report.pdf.title"), report.language().code(), made(report, versions));
            document.save(out);
        } catch (IOException e) {
            throw new ReportPdfException("report.pdf.failed", "PDF cannot be written", e);
        }
    }

    private static boolean needsChinese(Report report, List<SignedReport> versions) {
        Patient patient = report.study().patient();
        String all = report.sections().stream().map(Section::text).collect(Collectors.joining())
                + patient.name().display()
                + report.study().institution()
                + report.study().description()
                + report.keyImages().stream().map(KeyImage::caption).collect(Collectors.joining())
                + versions.stream()
                        .map(signed -> signed.act().author().displayName()
                                + signed.act().reason())
                        .collect(Collectors.joining());
        return report.language() == ReportLanguage.CHINESE || all.codePoints().anyMatch(c -> c >= 0x2E80);
    }

    private static Instant made(Report report, List<SignedReport> versions) {
        LocalDateTime studyTime = report.study().studyTime();
        if (!versions.isEmpty()) {
            return versions.getLast().act().signedAt();
        }
        return studyTime == null ? Instant.EPOCH : studyTime.toInstant(ZoneOffset.UTC);
    }

    private static void sections(PdfFlow flow, Report report, Messages words) throws IOException {
        for (Section section : report.sections()) {
            if (section.isBlank()) {
                continue;
            }
            flow.gap(6);
            flow.room(TEXT * 5);
            flow.paragraph(words.get(section.kind().messageKey()), 11, true, 0);
            flow.gap(1);
            flow.paragraph(section.text(), TEXT, false, 0);
        }
    }
}
