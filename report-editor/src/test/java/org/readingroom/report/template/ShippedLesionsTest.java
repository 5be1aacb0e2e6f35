package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;

/// Several lesions in the shipped templates, with what the published tables ask for, written by hand.
// [utest->req~report.template.repeat~1]
// [utest->req~report.rads.worst~1]
class ShippedLesionsTest {
    private static final String SCREENED = "lungs=nodule,";
    private static final String THYROID = "nodule=nodule,";

    /// Answers of the lesions stand between `/`; every lesion but the first has its fields by number.
    private static Report report(String name, ReportLanguage language, String answers) {
        TemplateForm form = ShippedForms.blank(name, language);
        Report report = ShippedForms.report(form);
        String[] lesions = answers.split("/");
        for (int key = 1; key <= lesions.length; key++) {
            ReportTemplate template = form.template();
            if (key > 1) {
                report = Lesions.added(template, report);
            }
            for (String answer : lesions[key - 1].split(",")) {
                String id = answer.substring(0, answer.indexOf('=')).strip();
                boolean isOfLesion = Lesions.group(template).fields().contains(id);
                String field = isOfLesion ? GroupInstance.named(id, key) : id;
                TemplateForm now = TemplateForm.of(template, report);
                TemplateForm after = ShippedForms.answered(now, field + answer.substring(answer.indexOf('=')));
                report = FormSections.change(report, now, after, field).edit().apply(report);
            }
        }
        return report;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // solid 5 mm at baseline is 2, solid 8 mm is 4A, ground glass 20 mm is 2
                "lung-screening-ct | lungs=nodule,nodulePlace=#1,noduleShape=#1,noduleKind=solid,noduleSize=5,course=baseline,more=no"
                        + "/nodulePlace=#5,noduleShape=#3,noduleKind=solid,noduleSize=8,course=baseline,more=no"
                        + "/nodulePlace=#4,noduleShape=#1,noduleKind=groundGlass,noduleSize=20,course=baseline,more=no"
                        + " | 结节1：右肺上叶结节，Lung-RADS 2类（v2022）。;结节2：左肺下叶结节，Lung-RADS 4A类（v2022）。;"
                        + "结节3：左肺上叶结节，Lung-RADS 2类（v2022）。;本次检查Lung-RADS 4A类（v2022），以分类最高的结节为准。;"
                        + "建议3个月后低剂量CT复查，实性成分≥8 mm时可考虑PET/CT。",
                // solid 15 mm is 4B, a 3 with further suspicious features is 4X
                "lung-screening-ct | lungs=nodule,nodulePlace=#1,noduleShape=#1,noduleKind=solid,noduleSize=15,course=baseline,more=no"
                        + "/nodulePlace=#2,noduleShape=#1,noduleKind=solid,noduleSize=7,course=baseline,more=yes"
                        + " | 结节1：右肺上叶结节，Lung-RADS 4B类（v2022）。;结节2：右肺中叶结节，Lung-RADS 4X类（v2022）。;"
                        + "本次检查Lung-RADS 4X类（v2022），以分类最高的结节为准。;建议转诊进一步检查。",
                // the order in which they were added says nothing
                "lung-nodule-ct | lungs=nodule,setting=screening,nodulePlace=#1,noduleShape=#1,noduleKind=solid,noduleSize=7,course=baseline"
                        + "/nodulePlace=#2,noduleShape=#1,noduleKind=solid,noduleSize=4,course=baseline"
                        + " | 结节1：右肺上叶结节，Lung-RADS 3类（v2022）。;结节2：右肺中叶结节，Lung-RADS 2类（v2022）。;"
                        + "本次检查Lung-RADS 3类（v2022），以分类最高的结节为准。;建议6个月后低剂量CT复查。",
                // Fleischner, several solid nodules, low risk: below 6 mm none, 6 to 8 mm CT at 3 to 6 months
                "lung-nodule-ct | lungs=nodule,setting=incidental,risk=no,applies=yes,nodulePlace=#1,noduleShape=#1,noduleKind=solid,"
                        + "noduleSize=5,course=baseline/nodulePlace=#2,noduleShape=#1,noduleKind=solid,noduleSize=7,course=baseline"
                        + " | 肺结节，偶然发现。;结节1：无需常规随访（Fleischner 2017）。;结节2：建议3~6个月复查CT，之后考虑18~24个月复查"
                        + "（Fleischner 2017）。;多发结节，随访按最可疑结节确定（Fleischner 2017）。",
                // 2 + 2 + 3 = 7 points is TR5, puncture from 10 mm; 2 + 1 = 3 points is TR3, follow-up from 15 mm
                "thyroid-us | nodule=nodule,lobe=#1,size=10,composition=solid,whole=yes,echo=hypoechoic,shape=yes,margin=smooth,macro=no,"
                        + "rim=no,punctate=no,comet=no/lobe=#2,size=15,composition=solid,whole=no,echo=isoechoic,shape=no,margin=hidden,"
                        + "macro=no,rim=no,punctate=no,comet=no"
                        + " | 结节1：甲状腺右叶结节，ACR TI-RADS TR5（7分，2017版），C-TIRADS 4B类（2020版）。;结节1：按ACR TI-RADS建议细针穿刺活检。;"
                        + "结节2：甲状腺左叶结节，ACR TI-RADS TR3（3分，2017版）。;结节2：按ACR TI-RADS建议超声随访。",
                // 20 mm, hyperenhancement and washout is LR-5; without either 10 mm is LR-3; each stands for itself
                "liver-ct | lesion=observation,risk=yes,segment=#8,size=20,aphe=yes,washout=yes,capsule=no,growth=no,look=other,up=no,down=no"
                        + "/segment=#5,size=10,aphe=no,washout=no,capsule=no,growth=no,look=other,up=no,down=no"
                        + " | 病灶1：肝S8段结节，LI-RADS LR-5（v2018）。;病灶2：肝S5段结节，LI-RADS LR-3（v2018）。",
                "prostate-mr | lesion=lesion,side=#2,level=#2,zone=peripheral,size=9,t2=3,dwi=3,dce=positive"
                        + "/side=#1,level=#2,zone=transition,size=9,t2=2,dwi=4,dce=negative"
                        + "/side=#1,level=#1,zone=peripheral,size=16,t2=4,dwi=5,dce=negative"
                        + " | 病灶1：左侧病灶，PI-RADS 4类（v2.1）。;病灶2：右侧病灶，PI-RADS 3类（v2.1）。;病灶3：右侧病灶，PI-RADS 5类（v2.1）。;"
                        + "本次检查PI-RADS 5类（v2.1），以分类最高的病灶为准。",
                "breast-mg | masses=mass,category=4C,massSide=#2,massPlace=#1,massA=12,massB=10,massShape=#3,massMargin=#5"
                        + "/massSide=#1,massPlace=#2,massA=6,massB=5,massShape=#1,massMargin=#1"
                        + " | 肿块1：左乳外上象限肿块。;肿块2：右乳外下象限肿块。;BI-RADS 4C类：高度可疑。;建议组织学诊断。"
            })
    void eachLesionHasItsCategoryAndTheExaminationTheWorst(String name, String answers, String impression) {
        Report report = report(name, ReportLanguage.CHINESE, answers);
        assertEquals(List.of(impression.split(";")), Lesions.words(report, SectionKind.IMPRESSION));
    }

    /// One nodule of which nothing is known might be the worst.
    @Test
    void aLesionWithoutACategoryLeavesTheExaminationWithoutAdvice() {
        Report report = report(
                "lung-screening-ct",
                ReportLanguage.CHINESE,
                SCREENED
                        + "nodulePlace=#1,noduleShape=#1,noduleKind=solid,noduleSize=5,course=baseline,more=no/nodulePlace=#2");
        String said = report.text(SectionKind.IMPRESSION);
        assertTrue(said.contains("本次检查Lung-RADS 【本次检查Lung-RADS分类】类"), said);
        assertFalse(said.contains("建议"), said);
    }

    @Test
    void theSameIsWrittenInEnglish() {
        Report report = report(
                "thyroid-us",
                ReportLanguage.ENGLISH,
                THYROID
                        + "lobe=#1,size=10,composition=cystic,echo=anechoic,shape=no,margin=smooth,macro=no,rim=no,punctate=no,"
                        + "comet=no/lobe=#2,size=15,composition=solid,whole=no,echo=isoechoic,shape=no,margin=hidden,macro=no,rim=no,"
                        + "punctate=no,comet=no");
        List<String> findings = Lesions.words(report, SectionKind.FINDINGS);
        assertTrue(findings.stream().anyMatch(words -> words.startsWith("Nodule 1: ")), findings.toString());
        assertTrue(findings.stream().anyMatch(words -> words.startsWith("Nodule 2: ")), findings.toString());
        List<String> said = Lesions.words(report, SectionKind.IMPRESSION);
        assertTrue(
                said.stream().anyMatch(words -> words.startsWith("Nodule 1: ") && words.contains("TR1")),
                said.toString());
        assertTrue(
                said.stream().anyMatch(words -> words.startsWith("Nodule 2: ") && words.contains("TR3")),
                said.toString());
    }

    /// Two of every lesion that may be there several times, everything answered: no check has a word to say.
    @Test
    void severalLesionsAreAReportOnWhichNoCheckHasAWord() throws IOException {
        ReportChecks checks = new ReportChecks(CheckRules.shipped());
        Map<String, List<CheckResult>> told = new TreeMap<>();
        int seen = 0;
        for (Map.Entry<String, ReportTemplate> entry : ShippedForms.all().entrySet()) {
            ReportTemplate template = entry.getValue();
            for (RepeatedGroup group : template.repeats().groups()) {
                TemplateForm form = ShippedForms.filled(shown(template, group));
                Report report = ShippedForms.report(form);
                report = Lesions.added(template, Lesions.added(template, report));
                for (int turn = 0; turn < 200; turn++) {
                    TemplateForm now = TemplateForm.of(template, report);
                    TemplateForm next = ShippedForms.filledOnce(now);
                    if (next == now) {
                        break;
                    }
                    report = FormSections.change(report, now, next, "").edit().apply(report);
                }
                List<CheckResult> results = checks.check(CheckContext.of(report)).stream()
                        .filter(result -> !result.checkId().equals("template.leftover"))
                        .toList();
                if (!results.isEmpty()) {
                    told.put(entry.getKey(), results);
                }
                String name = group.name();
                boolean isChinese = template.language() == ReportLanguage.CHINESE;
                String text = report.text(SectionKind.FINDINGS);
                assertTrue(text.contains(isChinese ? name + "3：" : name + " 3: "), entry.getKey() + " " + text);
                Report two = Lesions.removed(template, report, 2);
                assertEquals(
                        report,
                        Lesions.removing(template, report, 2).change().edit().revert(two));
                assertFalse(two.text(SectionKind.FINDINGS).contains(isChinese ? name + "3：" : name + " 3: "), text);
                assertEquals(List.of("1", "3"), keys(template, two), entry.getKey());
                seen++;
            }
        }
        assertEquals(Map.of(), told);
        assertEquals(22, seen);
    }

    private static List<String> keys(ReportTemplate template, Report report) {
        return TemplateForm.of(template, report).template().repeats().of(Lesions.group(template)).stream()
                .map(one -> String.valueOf(one.key()))
                .toList();
    }

    /// The form with the first choice that opens the group.
    private static TemplateForm shown(ReportTemplate template, RepeatedGroup group) {
        TemplateForm blank = TemplateForm.blank(template, ShippedForms.study(template));
        return template.inOrder().stream()
                .filter(field -> !group.fields().contains(field.id()))
                .flatMap(field -> field.choices().stream().map(choice -> blank.with(field.id(), choice.words())))
                .filter(form -> FormRepeats.isShown(form, group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyOneOfTheRadsTemplatesHasAGroup() throws IOException {
        Map<String, ReportTemplate> all = ShippedForms.all();
        for (String file : List.of(
                "lung-nodule-ct",
                "lung-screening-ct",
                "thyroid-us",
                "liver-ct",
                "liver-mr",
                "prostate-mr",
                "breast-us",
                "breast-mg",
                "breast-mr",
                "chest-ct",
                "chest-ct-enhanced")) {
            for (String language : List.of("zh", "en")) {
                ReportTemplate template = all.get(file + "_" + language + ".html");
                assertEquals(1, template.repeats().groups().size(), file);
            }
        }
    }
}
