package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

// [utest->req~report.template.library~1]
class TemplateLibraryTest {
    private final TemplateLibrary library = TemplateLibrary.shipped();

    private static StudyIdentity study(String modality, String bodyPart, String description) {
        StudyIdentity study = SampleReports.study(Sex.FEMALE);
        return new StudyIdentity(
                study.study(),
                study.patient(),
                study.accessionNumber(),
                study.studyTime(),
                modality,
                bodyPart,
                description,
                study.institution());
    }

    @ParameterizedTest
    @CsvSource({
        "CT, CHEST, '', readingroom.chest-ct",
        "CT, '', 胸部CT平扫, readingroom.chest-ct",
        "MR, BRAIN, '', readingroom.head-mr",
        "MR, '', 头颅MRI, readingroom.head-mr",
        "CR, THORAX, '', readingroom.chest-xr",
        "DX, CHEST, '', readingroom.chest-xr",
        "CT, KNEE, '', readingroom.generic",
        "US, '', '', readingroom.generic"
    })
    void theStudyChoosesItsTemplateInBothLanguages(String modality, String part, String description, String id) {
        StudyIdentity study = study(modality, part, description);
        assertEquals(
                id + ".zh",
                library.best(study, ReportLanguage.CHINESE).orElseThrow().id());
        assertEquals(
                id + ".en",
                library.best(study, ReportLanguage.ENGLISH).orElseThrow().id());
    }

    @Test
    void everyTemplateFillsAllThreeSectionsAndAllButTheGeneralOneSignAsTheyAre() {
        ReportChecks checks = new ReportChecks(CheckRules.shipped());
        for (ReportLanguage language : ReportLanguage.values()) {
            List<ReportTemplate> templates = library.suiting(study("CT", "CHEST", ""), language);
            assertFalse(templates.isEmpty());
            for (ReportTemplate template : templates) {
                Report blank = Report.blank(study("CT", "CHEST", ""), language);
                Report filled = ReportEdits.applyTemplate(blank, template.id(), template.fill(blank))
                        .apply(blank);
                for (SectionKind kind : List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
                    assertFalse(filled.section(kind).isBlank(), template.id() + " has no " + kind);
                }
                List<CheckResult> results = checks.check(CheckContext.of(filled));
                assertEquals(template.id().contains("generic"), !results.isEmpty(), template.id() + " " + results);
            }
        }
    }
}
