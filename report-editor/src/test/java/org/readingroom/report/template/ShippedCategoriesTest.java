package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;

/// Findings as a person enters them, and the impression that the published table asks for, written by hand.
// [utest->req~report.template.shipped~1]
class ShippedCategoriesTest {
    private static final String NODULE = "lungs=nodule,nodulePlace=#1,noduleShape=#1,";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lung-screening-ct | lungs=nodule,nodulePlace=#1,noduleShape=#1,noduleKind=solid,noduleSize=8,course=baseline,more=no"
                        + " | 右肺上叶结节，Lung-RADS 4A类（v2022）。 | 建议3个月后低剂量CT复查，实性成分≥8 mm时可考虑PET/CT。 | ",
                "lung-screening-ct | lungs=nodule,nodulePlace=#1,noduleShape=#1,noduleKind=solid,noduleSize=8,course=baseline,more=yes"
                        + " | 右肺上叶结节，Lung-RADS 4X类（v2022）。 | 建议转诊进一步检查。 | ",
                "lung-screening-ct | lungs=nodule,nodulePlace=#4,noduleShape=#1,noduleKind=solid,noduleSize=7,course=stable,"
                        + "previous=#2,months=6,more=no | 左肺上叶结节，Lung-RADS 2类（v2022）。 | 建议12个月后低剂量CT复查。 | ",
                "lung-nodule-ct | lungs=nodule,nodulePlace=#5,noduleShape=#1,noduleKind=groundGlass,noduleSize=6,setting=incidental,"
                        + "several=no,course=baseline,risk=no,applies=yes | 肺结节，偶然发现。"
                        + " | 建议6~12个月复查CT确认是否持续存在，之后每2年复查至5年（Fleischner 2017）。 | ",
                "lung-nodule-ct | lungs=nodule,nodulePlace=#5,noduleShape=#1,noduleKind=partSolid,noduleSize=12,noduleSolid=8,"
                        + "setting=screening,several=no,course=baseline | 左肺下叶结节，Lung-RADS 4B类（v2022）。 | 建议转诊进一步检查。 | ",
                "liver-ct | lesion=observation,segment=#8,size=20,aphe=yes,washout=yes,capsule=no,growth=no,look=other,up=no,down=no,"
                        + "risk=yes | 肝S8段结节，LI-RADS LR-5（v2018）。 |  | ",
                "liver-mr | lesion=observation,segment=#8,size=15,aphe=yes,washout=no,capsule=no,growth=no,look=other,up=yes,down=no,"
                        + "risk=yes | 肝S8段结节，LI-RADS LR-4（v2018）。 |  | ",
                "liver-mr | lesion=observation,segment=#8,size=15,aphe=yes,washout=no,capsule=no,growth=no,look=other,up=no,down=no,"
                        + "risk=no | 肝S8段结节，LI-RADS不适用，请结合临床。 |  | ",
                "prostate-mr | lesion=lesion,side=#2,level=#2,zone=peripheral,size=9,t2=3,dwi=3,dce=positive"
                        + " | 左侧病灶，PI-RADS 4类（v2.1）。 |  | ",
                "prostate-mr | lesion=lesion,side=#1,level=#2,zone=transition,size=9,t2=2,dwi=4,dce=negative"
                        + " | 右侧病灶，PI-RADS 3类（v2.1）。 |  | ",
                "thyroid-us | nodule=nodule,lobe=#1,size=10,composition=solid,whole=yes,echo=hypoechoic,shape=yes,margin=smooth,macro=no,"
                        + "rim=no,punctate=no,comet=no | 甲状腺右叶结节，ACR TI-RADS TR5（7分，2017版），C-TIRADS 4B类（2020版）。"
                        + " | 按ACR TI-RADS建议细针穿刺活检。 | ",
                "thyroid-us | nodule=nodule,lobe=#2,size=14.9,composition=solid,whole=no,echo=isoechoic,shape=no,margin=hidden,macro=no,"
                        + "rim=no,punctate=no,comet=no | 甲状腺左叶结节，ACR TI-RADS TR3（3分，2017版）。 | 按ACR TI-RADS无需穿刺及随访。 | ",
                "coronary-cta | arteries=plaque,worst=#2,degree=severe70To99,plaqueKind=#3,leftMain=no,three=no"
                        + " | 左前降支最重，CAD-RADS 4A类（2.0）。 |  | ",
                "abdomen-ct | kidneys=complexCyst,cystSide=#2,cystWall=2,septa=many,septum=2,cystEnhances=yes,irregular=no,cystNodule=no,"
                        + "calcified=no,simple=yes | 左肾囊性灶，Bosniak IIF级（2019版）。 |  | ",
                "breast-mg | masses=mass,massSide=#2,massPlace=#1,massA=12,massB=10,massShape=#3,massMargin=#5,category=4C"
                        + " | 左乳外上象限肿块。 | BI-RADS 4C类：高度可疑。 | 建议组织学诊断。",
                "breast-mr | masses=mass,massSide=#1,massPlace=#1,massA=12,massB=10,massShape=#3,massMargin=#3,inside=#2,curve=#3,category=3"
                        + " | 右乳外上象限肿块。 | BI-RADS 3类：可能良性。 | 建议短期（6个月）随访。"
            })
    void findingsGiveTheCategoryOfTheTable(String name, String answers, String first, String second, String third) {
        TemplateForm form = ShippedForms.answered(ShippedForms.blank(name, ReportLanguage.CHINESE), answers);
        List<String> expected = java.util.stream.Stream.of(first, second, third)
                .filter(line -> line != null && !line.isBlank())
                .toList();
        assertEquals(
                expected,
                ShippedForms.text(form, SectionKind.IMPRESSION).lines().toList());
        assertEquals(List.of(), form.gaps());
    }

    /// Where the table does not answer, the gap stays and stops the signature.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lung-screening-ct | noduleKind=groundGlass,noduleSize=30,course=growing,more=no | category",
                "lung-screening-ct | noduleKind=solid,course=baseline,more=no | category",
                "lung-screening-ct | noduleKind=solid,noduleSize=8,course=baseline | category"
            })
    void whatTheTableDoesNotSayStaysAGap(String name, String answers, String gap) {
        TemplateForm form = ShippedForms.answered(ShippedForms.blank(name, ReportLanguage.CHINESE), NODULE + answers);
        assertFalse(form.gaps().isEmpty());
        assertEquals(gap, form.gaps().getLast());
    }
}
