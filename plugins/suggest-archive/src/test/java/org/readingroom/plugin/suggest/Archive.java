package org.readingroom.plugin.suggest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.suggest.ArchivedReport;
import org.readingroom.report.suggest.ReportArchive;
import org.readingroom.report.suggest.StockWords;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// A department's reports, made by code.
final class Archive implements ReportArchive {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    final List<ArchivedReport> versions = new ArrayList<>();
    final List<StockWords> stock = new ArrayList<>();

    static Report report(String id, Sex sex, String bodyPart, String findings, String impression) {
        Patient patient = new Patient(
                new PatientId("P20260077", "HOSP"),
                PersonName.parse("Zhang^Yifan=张^一帆"),
                LocalDate.of(1966, 1, 1),
                sex);
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25.1" + Math.abs((long) id.hashCode())),
                patient,
                "ACC7788",
                TODAY.atStartOfDay(),
                "CT",
                bodyPart,
                "",
                "仁和影像中心");
        return new Report(
                new ReportId(id),
                study,
                ReportLanguage.CHINESE,
                "",
                List.of(section(SectionKind.FINDINGS, findings), section(SectionKind.IMPRESSION, impression)));
    }

    private static Section section(SectionKind kind, String text) {
        return new Section(
                kind,
                SentenceSplitter.split(text).stream()
                        .map(piece -> ReportSentence.of(piece, SentenceOrigin.HUMAN))
                        .toList());
    }

    void sign(Report report, LocalDate on) {
        versions.add(new ArchivedReport(versions.size() + 1L, report, on, List.of("李审核")));
    }

    @Override
    public void read(long position, Predicate<ArchivedReport> each) {
        for (ArchivedReport version : versions.reversed()) {
            if (version.position() <= position || !each.test(version)) {
                return;
            }
        }
    }

    @Override
    public List<StockWords> stock() {
        return List.copyOf(stock);
    }
}
