package org.readingroom.report.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// A chest CT report of an invented patient.
public final class SampleReports {
    public static final AnnotationId MARK = new AnnotationId("mark-1");
    public static final EvidenceAnchor ANCHOR = new EvidenceAnchor(
            new SeriesUid("2.25.11"),
            new FrameRef(new SopInstanceUid("2.25.12"), 3),
            MARK,
            new AnchorWindow(-600, 1500));
    public static final BoundMeasurement LENGTH =
            new BoundMeasurement(MARK, new Measurement(Measurement.Quantity.LENGTH, 8.3417, "mm"), "8.3 mm");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final Instant NOW = Instant.parse("2026-11-20T02:32:05Z");

    private SampleReports() {}

    public static Patient patient(Sex sex) {
        return new Patient(
                new PatientId("DEMO-0001", "DEMO"),
                new PersonName("Ceshi^Yi", "测试^壹", ""),
                LocalDate.of(1961, 4, 2),
                sex);
    }

    public static StudyIdentity study(Sex sex) {
        return new StudyIdentity(
                new StudyUid("2.25.10"),
                patient(sex),
                "A2026-1001",
                LocalDateTime.of(2026, 11, 20, 9, 15),
                "CT",
                "CHEST",
                "胸部CT平扫",
                "演示医院 Demo Hospital");
    }

    public static Report chestCt() {
        return new Report(
                new ReportId("report-1"),
                study(Sex.FEMALE),
                ReportLanguage.CHINESE,
                "chest-ct",
                List.of(
                        section(SectionKind.TECHNIQUE, sentence("t1", "胸部CT平扫，层厚1.25 mm。")),
                        section(
                                SectionKind.FINDINGS,
                                sentence("f1", "胸廓对称。"),
                                new ReportSentence(
                                        new SentenceId("f2"),
                                        "右肺上叶见结节，长径约8.3 mm。",
                                        SentenceOrigin.HUMAN,
                                        List.of(ANCHOR),
                                        List.of(LENGTH),
                                        List.of(new CodedConcept("RID3875", "RADLEX", "nodule", "结节"))),
                                sentence("f3", "纵隔未见肿大淋巴结。")),
                        section(SectionKind.IMPRESSION, sentence("i1", "右肺上叶结节，建议随访。"))));
    }

    public static Report chestCtEnglish() {
        Report blank = Report.blank(study(Sex.FEMALE), ReportLanguage.ENGLISH);
        Report report = ReportEdits.setText(blank, SectionKind.TECHNIQUE, "Unenhanced chest CT, 1.25 mm sections.")
                .apply(blank);
        report = ReportEdits.setText(
                        report,
                        SectionKind.FINDINGS,
                        "The chest is symmetrical. A nodule in the right upper lobe measures 8.3 mm. No enlarged nodes.")
                .apply(report);
        return ReportEdits.setText(report, SectionKind.IMPRESSION, "Nodule in the right upper lobe. Follow-up advised.")
                .apply(report);
    }

    public static Section section(SectionKind kind, ReportSentence... sentences) {
        return new Section(kind, List.of(sentences));
    }

    public static ReportSentence sentence(String id, String text) {
        return new ReportSentence(new SentenceId(id), text, SentenceOrigin.HUMAN, List.of(), List.of(), List.of());
    }

    /// `report` with one sentence that a program suggested.
    public static Report suggested(Report report) {
        ReportSentence sentence = new ReportSentence(
                new SentenceId("suggested"),
                "建议随访。",
                SentenceOrigin.HUMAN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new SuggestionTrace("archive", "1", "建议随访。", SuggestionTrace.Act.ACCEPTED, 0, List.of()));
        return ReportEdits.insert(report, SectionKind.IMPRESSION, 0, sentence).apply(report);
    }

    public static Author author(String userId, AuthorRole role, @Nullable LocalDate licence) {
        return new Author(userId, "演示医师 " + userId, Set.of(role), "D-" + userId, licence);
    }

    public static Author radiologist() {
        return author("radiologist", AuthorRole.RADIOLOGIST, LocalDate.of(2030, 12, 31));
    }

    public static SigningAct firstAct() {
        return new SigningAct(Stage.PRIMARY, radiologist(), 1, "", NOW, "", "rules-1");
    }
}
