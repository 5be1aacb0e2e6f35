package org.readingroom.report.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

class TemplateScopeTest {
    // [utest->req~report.suggest.stock-scope~1]
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CT | CHEST | 胸部CT平扫        | chest-ct generic
            CT | CHEST | CT CHEST        | chest-ct generic
            CT | CHEST | 胸部CT增强        | chest-ct-enhanced
            CT | CHEST | 肺动脉CTA        | pulmonary-cta
            CT | CHEST | 低剂量胸部CT筛查    | chest-ct generic lung-screening-ct
            CT | CHEST | 冠状动脉CTA       | coronary-cta
            MR | KNEE  | 膝关节MR平扫       | generic knee-mr
            """)
    void templatesAreForStudiesOfTheirProcedureAndContrast(
            String modality, String bodyPart, String description, String ids) {
        StudyIdentity study = new StudyIdentity(
                new StudyUid("2.25.1"),
                new Patient(new PatientId("1", ""), PersonName.NONE, null, Sex.MALE),
                "",
                null,
                modality,
                bodyPart,
                description,
                "");
        Set<String> covering = TemplateLibrary.shipped().all().stream()
                .filter(template -> template.language() == ReportLanguage.CHINESE)
                .filter(template -> TemplateScope.of(
                                template, template.fill(Report.blank(study, ReportLanguage.CHINESE)))
                        .covers(study))
                .map(template -> template.id().replaceAll("^readingroom\\.|\\.zh$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Arrays.asList(ids.split(" "))), covering);
    }
}
