package org.readingroom.report.research;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Reports of invented patients on lung nodules, and a project that asks for them.
final class ResearchCases {
    static final String TEMPLATE = "readingroom.lung-nodule-ct.zh";
    static final ResearchFields FIELDS = ResearchFields.of(TemplateLibrary.shipped());

    private ResearchCases() {}

    /// The bytes 0 to 31, or as many counted from `from`.
    static byte[] key(int from) {
        byte[] key = new byte[Pseudonyms.KEY_BYTES];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (from + i);
        }
        return key;
    }

    static ResearchProject project(DateForm dates, boolean withCodes, boolean withFreeText, String... fields) {
        SortedSet<String> ids = ResearchProject.fields(Arrays.asList(fields));
        return new ResearchProject(
                "p1",
                "Nodules",
                "2026-117",
                "Ethics committee",
                LocalDate.of(2027, 12, 31),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "CT",
                ids,
                dates,
                withCodes,
                withFreeText);
    }

    static StudyIdentity study(PatientId id, PersonName name, @Nullable LocalDate born, LocalDateTime time) {
        return new StudyIdentity(
                new StudyUid("2.25.77120934"),
                new Patient(id, name, born, Sex.FEMALE),
                "A2026-1001",
                time,
                "CT",
                "CHEST",
                "胸部CT平扫",
                "演示医院");
    }

    static StudyIdentity study() {
        return study(
                new PatientId("DEMO-0001", "DEMO"),
                new PersonName("Ceshi^Yi", "测试^壹", ""),
                LocalDate.of(1961, 4, 2),
                LocalDateTime.of(2026, 4, 1, 9, 15));
    }

    static ResearchReport report(String id, StudyIdentity study, FieldValue... values) {
        List<ReportSentence> sentences = Arrays.stream(values)
                .map(value -> ReportSentence.of("句。", SentenceOrigin.TEMPLATE).withFields(List.of(value)))
                .toList();
        Report report = new Report(
                new ReportId(id),
                study,
                ReportLanguage.CHINESE,
                TEMPLATE,
                List.of(new Section(SectionKind.FINDINGS, sentences)),
                Polarity.POSITIVE,
                List.of());
        return new ResearchReport(report, study.patient().id());
    }

    static FieldValue value(String field, String value, String unit) {
        return new FieldValue(field, FieldRole.OTHER, "name", value, unit, null, true);
    }

    static ResearchTable table(ResearchProject project, byte[] key, ResearchReport... reports) {
        ResearchTable.Maker maker = new ResearchTable.Maker(project, FIELDS, new Pseudonyms(key));
        Arrays.stream(reports).forEach(maker::add);
        return maker.table();
    }
}
