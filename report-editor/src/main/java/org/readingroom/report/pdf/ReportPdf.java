package org.readingroom.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.Patient;

/// Writes a report as PDF, in the report's own language.
///
/// Every page names the patient, the version and its digest. What is not signed says so on every
/// page.
///
/// **Thread:** any but `fx`.
// [impl->req~report.pdf.content~1]
public final class ReportPdf {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final float TEXT = 10.5f;

    private final ReportFonts fonts;
    private final ZoneId zone;

    /// `zone` is the one signing times are shown in.
    public ReportPdf(ReportFonts fonts, ZoneId zone) {
        this.fonts = fonts;
        this.zone = zone;
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
                head(flow, report, versions, words);
                sections(flow, report, words);
                signers(flow, versions, words);
                feet(flow, report, versions, words);
            }
            document.getDocumentInformation().setTitle(words.get("report.pdf.title"));
            document.getDocumentInformation().setCreator("Reading Room");
            document.getDocumentCatalog().setLanguage(report.language().code());
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
                + versions.stream()
                        .map(signed -> signed.act().author().displayName()
                                + signed.act().reason())
                        .collect(Collectors.joining());
        return report.language() == ReportLanguage.CHINESE || all.codePoints().anyMatch(c -> c >= 0x2E80);
    }

    private static void head(PdfFlow flow, Report report, List<SignedReport> versions, Messages words)
            throws IOException {
        StudyIdentity study = report.study();
        if (!study.institution().isBlank()) {
            flow.centred(study.institution(), 15, true);
        }
        flow.centred(words.get("report.pdf.title"), 12.5f, false);
        String state = versions.isEmpty()
                ? words.get("report.pdf.draft")
                : words.get(versions.getLast().act().stage().messageKey());
        flow.centred(state, 9.5f, versions.isEmpty());
        flow.rule();
        Patient patient = study.patient();
        List<String[]> cells = new ArrayList<>();
        cells.add(cell(words, "name", patient.name().display()));
        cells.add(cell(
                words, "sex", words.get("report.sex." + patient.sex().name().toLowerCase(Locale.ROOT))));
        cells.add(cell(words, "age", age(patient.birthDate(), study.studyTime(), words)));
        cells.add(cell(words, "patient-id", patient.id().value()));
        cells.add(cell(words, "accession", study.accessionNumber()));
        LocalDateTime studyTime = study.studyTime();
        cells.add(cell(words, "study-time", studyTime == null ? "—" : MINUTES.format(studyTime)));
        cells.add(cell(words, "modality", study.modality()));
        flow.grid(cells, 3, 9.5f);
        flow.grid(List.<String[]>of(cell(words, "description", study.description())), 1, 9.5f);
        flow.rule();
    }

    private static String[] cell(Messages words, String key, String value) {
        return new String[] {words.get("report.pdf." + key), value.isBlank() ? "—" : value};
    }

    private static String age(
            @org.jspecify.annotations.Nullable LocalDate birthDate,
            @org.jspecify.annotations.Nullable LocalDateTime studyTime,
            Messages words) {
        if (birthDate == null || studyTime == null) {
            return "—";
        }
        Period lived = Period.between(birthDate, studyTime.toLocalDate());
        if (lived.isNegative()) {
            return "—";
        }
        return lived.getYears() >= 2
                ? words.get("report.pdf.years", lived.getYears())
                : words.get("report.pdf.months", lived.toTotalMonths());
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

    private void signers(PdfFlow flow, List<SignedReport> versions, Messages words) throws IOException {
        flow.gap(10);
        flow.room(20 + versions.size() * 16f);
        flow.rule();
        for (SignedReport signed : versions) {
            String time = SECONDS.format(signed.act().signedAt().atZone(zone));
            flow.grid(
                    List.of(
                            new String[] {
                                words.get(signed.act().stage().messageKey()),
                                signed.act().author().displayName()
                            },
                            new String[] {words.get("report.pdf.signed-at"), time}),
                    2,
                    9.5f);
            if (signed.act().stage() == Stage.ADDENDUM) {
                flow.paragraph(words.get("report.pdf.reason", signed.act().reason()), 9, false, 0.3f);
            }
        }
        if (!versions.isEmpty()) {
            flow.gap(4);
            flow.paragraph(words.get("report.pdf.awaiting-issue"), 8, false, 0.35f);
            flow.paragraph(
                    words.get("report.pdf.verify", versions.getLast().act().rulesVersion()), 8, false, 0.35f);
        }
    }

    private static void feet(PdfFlow flow, Report report, List<SignedReport> versions, Messages words)
            throws IOException {
        Patient patient = report.study().patient();
        for (int page = 0; page < flow.pages(); page++) {
            String version = versions.isEmpty()
                    ? words.get("report.pdf.draft")
                    : words.get(
                            "report.pdf.version",
                            versions.getLast().act().version(),
                            versions.getLast().digest());
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
