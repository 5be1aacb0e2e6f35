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
            assertEquals(37, templates.size());
            for (ReportTemplate template : templates) {
                Report blank = Report.blank(ShippedForms.study(template), language);
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

    // [utest->req~report.template.choose~1]
    @Test
    void procedureRegionModalityAndSexChooseInThisOrder() throws TemplateException {
        TemplateLibrary own = new TemplateLibrary(List.of(
                made("any", "", ""),
                made("chest", "CT/DCM 51185008/SCT", ""),
                made("nodule", "CT/DCM 51185008/SCT", "nodule;结节"),
                made("abdomen", "CT/DCM 113345001/SCT", ""),
                made("liver", "CT/DCM 10200004/SCT", ""),
                made("women", "US/DCM 76752008/SCT 248152002/SCT", ""),
                made("men", "MR/DCM 41216001/SCT 248153007/SCT", "")));
        assertEquals("chest", best(own, "CT", "CHEST", "胸部平扫", Sex.FEMALE));
        assertEquals("nodule", best(own, "CT", "CHEST", "胸部平扫，结节随访", Sex.FEMALE));
        assertEquals("liver", best(own, "CT", "LIVER", "", Sex.FEMALE));
        assertEquals("abdomen", best(own, "CT", "PANCREAS", "", Sex.FEMALE));
        assertEquals("any", best(own, "CT", "KNEE", "", Sex.FEMALE));
        assertEquals("women", best(own, "US", "BREAST", "", Sex.FEMALE));
        assertEquals("any", best(own, "US", "BREAST", "", Sex.MALE));
        assertEquals("women", best(own, "US", "BREAST", "", Sex.UNKNOWN));
        assertEquals("any", best(own, "MR", "PROSTATE", "", Sex.FEMALE));
        assertEquals("men", best(own, "MR", "PROSTATE", "", Sex.MALE));
    }

    @Test
    void aDepartmentsOwnStandsInThePlaceOfTheShippedOne() throws TemplateException {
        ReportTemplate own = made("readingroom.chest-ct.zh", "CT/DCM 51185008/SCT", "");
        TemplateLibrary both = library.with(List.of(own));
        assertEquals(own, both.find("readingroom.chest-ct.zh").orElseThrow());
        assertEquals(
                library.suiting(study("CT", "CHEST", ""), ReportLanguage.CHINESE)
                                .size()
                        - 1,
                both.suiting(study("CT", "CHEST", ""), ReportLanguage.CHINESE).size());
    }

    private static String best(TemplateLibrary from, String modality, String part, String description, Sex sex) {
        StudyIdentity study = study(modality, part, description);
        return from.best(
                        new StudyIdentity(
                                study.study(),
                                SampleReports.patient(sex),
                                study.accessionNumber(),
                                study.studyTime(),
                                modality,
                                part,
                                description,
                                study.institution()),
                        ReportLanguage.ENGLISH)
                .orElseThrow()
                .id();
    }

    private static ReportTemplate made(String id, String codes, String words) throws TemplateException {
        StringBuilder terms = new StringBuilder();
        for (String code : codes.isEmpty() ? new String[0] : codes.split(" ")) {
            String[] parts = code.split("/");
            terms.append("<term><code value=\"%s\" scheme=\"%s\" meaning=\"m\"/></term>".formatted(parts[0], parts[1]));
        }
        return Pages.read(Pages.page("en", "<p>a.</p>", "<p>b.</p>")
                .replace("test.en", id)
                .replace(
                        "</head>",
                        "<meta name=\"rr.words\" content=\"" + words
                                + "\"/><script type=\"text/xml\"><template_attributes>" + terms
                                + "</template_attributes></script></head>"));
    }
}
