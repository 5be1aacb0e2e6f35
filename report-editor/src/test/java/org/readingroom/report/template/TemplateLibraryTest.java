package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            assertEquals(4, templates.size());
            for (ReportTemplate template : templates) {
                Report blank = Report.blank(study("CT", "CHEST", ""), language);
                Report filled = ReportEdits.applyTemplate(blank, template.id(), template.fill())
                        .apply(blank);
                for (SectionKind kind : List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
                    assertFalse(filled.section(kind).isBlank(), template.id() + " has no " + kind);
                }
                List<CheckResult> results = checks.check(CheckContext.of(filled));
                assertEquals(template.id().contains("generic"), !results.isEmpty(), template.id() + " " + results);
            }
        }
    }

    @Test
    void fieldsBecomeTheirValueTheirChoiceOrAMarkedGap() throws IOException {
        ReportTemplate template =
                read("<p>a <input title=\"where\" value=\"\"/> <input title=\"x\" value=\"7\"/> <select>"
                        + "<option>no</option><option selected=\"selected\">yes</option></select>.</p><p>b.</p>");
        assertEquals("a 【where】 7 yes.\nb.", template.sections().getFirst().text());
    }

    @Test
    void aTemplateThatReachesOutOrIsBrokenIsRefused() throws IOException {
        assertThrows(IOException.class, () -> read("<p>unclosed"));
        ReportTemplate script = read("<script>alert(1)</script><p>words.</p>");
        assertEquals("words.", script.sections().getFirst().text());
        String entity = page("<p>&secret;</p>")
                .replace("<html>", "<!DOCTYPE html [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><html>");
        try {
            ReportTemplate template =
                    TemplateReader.read(new ByteArrayInputStream(entity.getBytes(StandardCharsets.UTF_8)));
            assertTrue(template.sections().getFirst().text().isBlank(), "a file was read into the template");
        } catch (IOException e) {
            // Refused altogether is as good.
        }
    }

    private static ReportTemplate read(String body) throws IOException {
        return TemplateReader.read(new ByteArrayInputStream(page(body).getBytes(StandardCharsets.UTF_8)));
    }

    private static String page(String body) {
        return "<html><head><meta name=\"dcterms.identifier\" content=\"t\"/><meta name=\"dcterms.title\" content=\"t\"/>"
                + "<meta name=\"dcterms.language\" content=\"en\"/></head><body><section id=\"findings\">" + body
                + "</section></body></html>";
    }
}
