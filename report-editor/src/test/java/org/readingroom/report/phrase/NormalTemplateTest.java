package org.readingroom.report.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

/// Which template may write a report as normal, for studies as scanners and RIS name them.
class NormalTemplateTest {
    // [utest->req~report.phrase.normal-key~1]
    @ParameterizedTest
    @CsvSource({
        "MALE, CT, CHEST, '', chest-ct",
        "MALE, CT, CHEST, 胸部CT平扫, chest-ct",
        "MALE, CT, LUNG, '', chest-ct",
        "MALE, CT, CHEST, Chest CT unenhanced, chest-ct",
        "MALE, CT, CHEST, CT CHEST W/O CONTRAST, chest-ct",
        "MALE, CT, CHEST, 胸部CT增强, chest-ct-enhanced",
        "MALE, CT, CHEST, CT CHEST W/O AND W CONTRAST, chest-ct-enhanced",
        "MALE, CT, CHEST, CT CHEST CONTRAST ENHANCED, ''",
        "MALE, CT, CHEST, 胸部+上腹部CT平扫, ''",
        "MALE, CT, CHEST, CT CHEST ABDOMEN PELVIS, ''",
        "MALE, CT, HEAD, '', head-ct",
        "MALE, CT, BRAIN, 颅脑CT平扫, head-ct",
        "MALE, CT, HEAD, 头颅CT增强, ''",
        "MALE, CT, SINUS, '', sinus-ct",
        "MALE, CT, HEAD, 眼眶CT, ''",
        "MALE, CT, ORBIT, '', ''",
        "MALE, CT, NECK, '', ''",
        "MALE, CT, NECK, CT NECK, ''",
        "MALE, CT, NECK, 颈部CTA, ''",
        "MALE, CT, HEART, '', ''",
        "MALE, CT, ABDOMEN, 上腹部CT平扫, abdomen-ct",
        "MALE, CT, LIVER, 肝脏CT平扫, ''",
        "MALE, CT, LIVER, CT LIVER CONTRAST ENHANCED, liver-ct",
        "MALE, CT, ABDOMEN, 腹部CT增强, ''",
        "MALE, CT, KNEE, '', ''",
        "MALE, MR, BRAIN, '', head-mr",
        "MALE, MR, HEAD, 头颅MRA, ''",
        "MALE, MR, LIVER, '', ''",
        "FEMALE, US, NECK, 颈动脉超声, ''",
        "FEMALE, US, NECK, '', ''",
        "FEMALE, US, NECK, Carotid duplex, ''",
        "FEMALE, US, THYROID, '', thyroid-us",
        "FEMALE, US, NECK, 甲状腺超声, thyroid-us",
        "MALE, US, PELVIS, '', ''",
        "FEMALE, US, PELVIS, '', ''",
        "UNKNOWN, US, PELVIS, 妇科超声, ''",
        "FEMALE, US, PELVIS, 妇科超声, gynecology-us",
        "MALE, US, ABDOMEN, '', abdomen-us",
        "MALE, DX, CHEST, 胸部正位, chest-xr",
        "MALE, DX, HAND, '', extremity-xr",
        "MALE, XA, '', '', ''",
        "MALE, '', CHEST, '', ''"
    })
    void nothingSuitsNearly(Sex sex, String modality, String part, String description, String name) {
        StudyIdentity like = SampleReports.study(sex);
        StudyIdentity study = new StudyIdentity(
                like.study(), like.patient(), "", like.studyTime(), modality, part, description, like.institution());
        for (ReportLanguage language : ReportLanguage.values()) {
            assertEquals(
                    name.isEmpty() ? "" : "readingroom." + name + "." + language.code(),
                    NormalTemplate.of(TemplateLibrary.shipped(), Report.blank(study, language))
                            .map(ReportTemplate::id)
                            .orElse(""));
        }
    }
}
