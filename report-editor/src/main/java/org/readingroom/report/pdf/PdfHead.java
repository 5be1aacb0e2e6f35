package org.readingroom.report.pdf;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.text.VersionStanding;
import org.readingroom.viewer.model.Patient;

/// The top of the first page: whose report it is, from where, and what was examined.
final class PdfHead {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// chosen: as tall as the three lines beside it.
    private static final float LOGO = 40;

    private final PDDocument document;
    private final Letterhead letterhead;
    private final Messages words;

    PdfHead(PDDocument document, Letterhead letterhead, Messages words) {
        this.document = document;
        this.letterhead = letterhead;
        this.words = words;
    }

    /// `imageQuality` is printed where there is one.
    // [impl->req~report.image-quality.printed~1]
    void write(PdfFlow flow, Report report, Optional<String> imageQuality, List<SignedReport> versions)
            throws IOException {
        StudyIdentity study = report.study();
        logo(flow);
        String hospital = letterhead.hospital().isBlank() ? study.institution() : letterhead.hospital();
        if (!hospital.isBlank()) {
            flow.centred(hospital, 15, true);
        }
        if (!letterhead.line().isBlank()) {
            flow.centred(letterhead.line(), 9, false);
        }
        flow.centred(words.get("report.pdf.title"), 12.5f, false);
        String state = versions.isEmpty()
                ? words.get("report.pdf.draft")
                : words.get(versions.getLast().act().stage().messageKey());
        flow.centred(state, 9.5f, versions.isEmpty());
        for (String line : VersionStanding.lines(versions, words)) {
            flow.centred(line, 9.5f, true);
        }
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
        if (imageQuality.isPresent()) {
            flow.grid(List.<String[]>of(cell(words, "image-quality", imageQuality.get())), 1, 9.5f);
        }
        if (report.conclusion() != Polarity.UNMARKED) {
            flow.grid(
                    List.<String[]>of(cell(
                            words, "conclusion", words.get(report.conclusion().messageKey()))),
                    1,
                    9.5f);
        }
        flow.rule();
    }

    private static String[] cell(Messages words, String key, String value) {
        return new String[] {words.get("report.pdf." + key), value.isBlank() ? "—" : value};
    }

    private static String age(@Nullable LocalDate birthDate, @Nullable LocalDateTime studyTime, Messages words) {
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

    private void logo(PdfFlow flow) throws IOException {
        byte[] png = letterhead.logo();
        if (png != null) {
            PDImageXObject image = PDImageXObject.createFromByteArray(document, png, "logo");
            flow.picture(image, 0, LOGO * image.getWidth() / image.getHeight(), LOGO);
        }
    }
}
