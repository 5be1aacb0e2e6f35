package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.Sex;

/// What stands first in the chooser for studies as scanners and RIS name them.
// [utest->req~report.template.shipped~1]
class ShippedTemplateChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "FEMALE, CT, CHEST, '', chest-ct",
        "MALE, CT, CHEST, 胸部CT平扫, chest-ct",
        "MALE, CT, LUNG, '', chest-ct",
        "MALE, CT, CHEST, Chest routine, chest-ct",
        "MALE, CT, CHEST, 胸部CT增强, chest-ct-enhanced",
        "MALE, CT, CHEST, CT Chest with contrast, chest-ct-enhanced",
        "MALE, CT, CHEST, Chest CT unenhanced, chest-ct",
        "MALE, CT, CHEST, CT CHEST W/O CONTRAST, chest-ct",
        "MALE, CT, CHEST, CT CHEST WITHOUT CONTRAST, chest-ct",
        "MALE, CT, CHEST, CT CHEST W/O AND W CONTRAST, chest-ct-enhanced",
        "MALE, CT, CHEST, 肺结节复查, lung-nodule-ct",
        "MALE, CT, CHEST, 低剂量胸部CT, lung-screening-ct",
        "MALE, CT, CHEST, LDCT lung cancer screening, lung-screening-ct",
        "MALE, CT, CHEST, 肺动脉CTA, pulmonary-cta",
        "MALE, CT, CHEST, CTPA, pulmonary-cta",
        "MALE, CT, HEART, 冠脉CTA, coronary-cta",
        "MALE, CT, '', Coronary CTA, coronary-cta",
        "MALE, CT, HEAD, '', head-ct",
        "MALE, CT, BRAIN, 颅脑CT平扫, head-ct",
        "MALE, CT, HEAD, 头颅外伤CT, head-trauma-ct",
        "MALE, CT, HEAD, Head trauma, head-trauma-ct",
        "MALE, CT, HEAD, 头颈CTA, stroke-cta",
        "MALE, CT, HEAD, Stroke CT perfusion, stroke-cta",
        "MALE, CT, SINUS, '', sinus-ct",
        "MALE, CT, HEAD, 鼻窦CT, sinus-ct",
        "MALE, CT, HEAD, 颞骨CT, temporal-bone-ct",
        "MALE, CT, HEAD, Temporal bone, temporal-bone-ct",
        "MALE, CT, ABDOMEN, '', abdomen-ct",
        "MALE, CT, '', 上腹部CT平扫, abdomen-ct",
        "MALE, CT, PANCREAS, '', abdomen-ct",
        "MALE, CT, LIVER, '', liver-ct",
        "MALE, CT, ABDOMEN, 肝脏CT增强, liver-ct",
        "MALE, CT, LSPINE, '', lumbar-spine-ct",
        "MALE, CT, '', 腰椎CT, lumbar-spine-ct",
        "MALE, MR, BRAIN, '', head-mr",
        "MALE, MR, HEAD, 头颅MRI, head-mr",
        "MALE, MR, LIVER, '', liver-mr",
        "MALE, MR, '', 肝脏MRI增强, liver-mr",
        "MALE, MR, CSPINE, '', cervical-spine-mr",
        "MALE, MR, '', 颈椎MRI, cervical-spine-mr",
        "MALE, MR, TSPINE, '', thoracic-spine-mr",
        "MALE, MR, '', 胸椎MRI, thoracic-spine-mr",
        "MALE, MR, LSPINE, '', lumbar-spine-mr",
        "MALE, MR, '', 腰椎MRI, lumbar-spine-mr",
        "MALE, MR, KNEE, '', knee-mr",
        "MALE, MR, '', 右膝关节MRI, knee-mr",
        "MALE, MR, SHOULDER, '', shoulder-mr",
        "MALE, MR, ANKLE, '', ankle-mr",
        "MALE, MR, HIP, '', hip-mr",
        "MALE, MR, PROSTATE, '', prostate-mr",
        "MALE, MR, PELVIS, 前列腺MRI, prostate-mr",
        "FEMALE, MR, PROSTATE, '', generic",
        "FEMALE, MR, BREAST, '', breast-mr",
        "FEMALE, MG, BREAST, '', breast-mg",
        "FEMALE, MG, '', 乳腺钼靶, breast-mg",
        "FEMALE, US, BREAST, '', breast-us",
        "FEMALE, US, THYROID, '', thyroid-us",
        "FEMALE, US, '', 甲状腺超声, thyroid-us",
        "FEMALE, US, ABDOMEN, '', abdomen-us",
        "FEMALE, US, KIDNEY, '', urinary-us",
        "FEMALE, US, '', 泌尿系超声, urinary-us",
        "FEMALE, US, UTERUS, '', gynecology-us",
        "FEMALE, US, PELVIS, 妇科超声, gynecology-us",
        "MALE, US, UTERUS, '', generic",
        "MALE, CR, CHEST, '', chest-xr",
        "MALE, DX, CHEST, 胸部正位, chest-xr",
        "MALE, DX, ABDOMEN, '', abdomen-xr",
        "MALE, DX, PELVIS, '', pelvis-xr",
        "MALE, DX, HAND, '', extremity-xr",
        "MALE, CR, KNEE, '', extremity-xr",
        "MALE, CR, '', 左足正斜位, extremity-xr",
        "MALE, PT, WHOLEBODY, '', pet-ct",
        "MALE, PT, '', FDG PET/CT, pet-ct",
        "MALE, CT, KNEE, '', generic",
        "MALE, XA, '', '', generic"
    })
    void theBestTemplateComesFirst(Sex sex, String modality, String part, String description, String name) {
        StudyIdentity study = ShippedForms.study(sex, modality, part, description);
        for (ReportLanguage language : ReportLanguage.values()) {
            assertEquals(
                    "readingroom." + name + "." + language.code(),
                    TemplateLibrary.shipped()
                            .best(study, language)
                            .orElseThrow()
                            .id());
        }
    }
}
