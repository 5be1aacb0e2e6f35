package org.readingroom.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.assets.Messages;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

// [utest->req~report.check.all~1]
// [utest->req~report.check.sides~1]
class ReportChecksTest {
    private final ReportChecks checks = new ReportChecks(CheckRules.shipped());
    private final Report report = SampleReports.chestCt();

    private List<String> ids(Report checked) {
        return ids(CheckContext.of(checked));
    }

    private List<String> ids(CheckContext context) {
        List<CheckResult> results = checks.check(context);
        for (CheckResult result : results) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                String words = Messages.of(locale)
                        .get(result.messageKey(), result.arguments().toArray());
                assertTrue(!words.equals(result.messageKey()) && !words.contains("{"), words);
            }
        }
        return results.stream().map(CheckResult::checkId).toList();
    }

    private static Report with(Report report, SectionKind kind, String text) {
        return ReportEdits.setText(report, kind, text).apply(report);
    }

    private static Report pair(String findings, String impression, Sex sex) {
        boolean chinese = findings.codePoints().anyMatch(c -> c > 0x3000);
        Report blank =
                Report.blank(SampleReports.study(sex), chinese ? ReportLanguage.CHINESE : ReportLanguage.ENGLISH);
        return with(with(blank, SectionKind.FINDINGS, findings), SectionKind.IMPRESSION, impression);
    }

    @Test
    void aGoodReportPasses() {
        assertEquals(List.of(), ids(report));
        assertEquals(List.of(), ids(SampleReports.chestCtEnglish()));
    }

    @Test
    void emptySectionsBlock() {
        Report blank = Report.blank(SampleReports.study(Sex.MALE), ReportLanguage.CHINESE);
        assertEquals(List.of("findings.empty", "impression.empty"), ids(blank));
        assertEquals(List.of("impression.empty"), ids(with(report, SectionKind.IMPRESSION, " \n ")));
        assertTrue(checks.check(CheckContext.of(blank)).stream()
                .allMatch(result -> result.severity() == CheckSeverity.BLOCKING));
    }

    // [utest->req~report.prior.not-today~1]
    @Test
    void wordsOfEarlierReportsAloneDescribeAndConcludeNothing() {
        for (String quoted : List.of(
                "（对比 2021-05-15 胸部CT：右肺上叶结节，8.3 mm（上叶）。）",
                "（既往报告（RIS） 2021-05-15 胸部CT平扫：1) 右肺上叶结节; 2) 肝囊肿。）",
                "(Compared with Chest CT of 2021-05-15: 1) nodule of 8 mm; 2) cyst (liver).)",
                "(Earlier report from the RIS, Chest CT of 2021-05-15: nodule of 8 mm.)")) {
            assertEquals(List.of("findings.empty", "impression.empty"), ids(pair(quoted, quoted, Sex.MALE)), quoted);
        }
        for (String today : List.of(
                "（对比 2021-05-15 胸部CT：右肺上叶结节，8 mm）现为 10 mm（右肺上叶）", "（对比 2021-05-15 胸部CT：右肺上叶结节。）未见变化。", "未见异常。")) {
            assertEquals(
                    0,
                    ids(pair(today, today, Sex.MALE)).stream()
                            .filter(id -> id.endsWith(".empty"))
                            .count(),
                    today);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "右肺【位置】见结节。, true",
        "'结节____ mm。', true",
        "结节××mm。, true",
        "'Nodule in the [location].', true",
        "'A nodule of XX mm.', true",
        "'Compared with ref. [1].', false",
        "结节大小3×4 mm。, false"
    })
    void leftoverTemplateTextIsNamed(String text, boolean leftover) {
        assertEquals(leftover ? List.of("template.leftover") : List.of(), ids(pair(text, "见上。", Sex.MALE)));
    }

    @ParameterizedTest
    @CsvSource({
        "左肺上叶见结节。, 右肺上叶结节。, true",
        "左肺上叶见结节。右肺上叶未见异常。, 右肺上叶结节。, true",
        "双肺纹理清晰。右肺上叶见结节。, 右肺上叶结节。, false",
        "左侧第3肋骨折。, 右侧肋骨骨折。, true",
        "左侧第3肋骨折。, 右侧第3肋骨折。, true",
        "双侧胸腔积液。, 右侧胸腔积液。, false",
        "左肾囊肿。, '左肾囊肿，右肾未见异常。', false",
        "'Nodule in the left upper lobe.', 'Nodule in the right upper lobe.', true",
        "'Nodule in the right upper lobe.', 'Right upper lobe nodule.', false"
    })
    void aSideThatTurnsBetweenFindingsAndImpressionIsSeen(String findings, String impression, boolean conflict) {
        assertEquals(conflict ? List.of("side.conflict") : List.of(), ids(pair(findings, impression, Sex.FEMALE)));
    }

    @ParameterizedTest
    @CsvSource({
        "前列腺增大。, FEMALE, true",
        "前列腺增大。, MALE, false",
        "子宫未见异常。, MALE, true",
        "'The uterus is normal.', MALE, true",
        "'The prostate is enlarged.', FEMALE, true",
        "前列腺增大。, UNKNOWN, false"
    })
    void anOrganOfTheOtherSexIsSeen(String findings, Sex sex, boolean conflict) {
        assertEquals(conflict ? List.of("sex.organ") : List.of(), ids(pair(findings, "见上。", sex)));
    }

    @Test
    void aRetypedNumberIsSeenButTheSameLengthInCentimetresIsNot() {
        String findings = report.text(SectionKind.FINDINGS);
        assertEquals(
                List.of("number.differs"),
                ids(with(report, SectionKind.FINDINGS, findings.replace("8.3 mm", "3.8 mm"))));
        assertEquals(List.of(), ids(with(report, SectionKind.FINDINGS, findings.replace("8.3 mm", "0.83cm"))));
    }

    @Test
    void theRightDigitsInTheWrongUnitBlock() {
        String findings = report.text(SectionKind.FINDINGS);
        Report tenfold = with(report, SectionKind.FINDINGS, findings.replace("8.3 mm", "8.3 cm"));
        assertEquals(List.of("unit.tenfold", "number.differs"), ids(tenfold));
        assertEquals(List.of("unit.tenfold"), ids(with(report, SectionKind.IMPRESSION, "右肺上叶结节，约8.3 cm，建议随访。")));
    }

    @Test
    void aMovedMarkIsStaleAndADeletedOneGone() {
        Measured moved = new Measured(
                SampleReports.MARK, List.of(new Measurement(Measurement.Quantity.LENGTH, 9.1, "mm")), List.of());
        assertEquals(
                List.of("measurement.stale"), ids(new CheckContext(report, true, annotation -> Optional.of(moved))));
        assertEquals(List.of("measurement.gone"), ids(new CheckContext(report, true, annotation -> Optional.empty())));
    }

    // [utest->req~report.check.stale~1]
    // [utest->req~report.check.fix~1]
    @Test
    void theFixOfAStaleSentenceSaysTheNewNumberAndIsBoundToIt() {
        Measured moved = new Measured(
                SampleReports.MARK, List.of(new Measurement(Measurement.Quantity.LENGTH, 9.1, "mm")), List.of());
        CheckContext context = new CheckContext(report, true, annotation -> Optional.of(moved));
        ReportSentence fix = checks.check(context).getFirst().fix();
        assertEquals("右肺上叶见结节，长径约9.1 mm。", fix == null ? "" : fix.text());
        Report mended = ReportEdits.replace(report, SectionKind.FINDINGS, java.util.Objects.requireNonNull(fix))
                .apply(report);
        assertEquals(List.of(), ids(new CheckContext(mended, true, annotation -> Optional.of(moved))));
    }

    // [utest->req~report.check.author~1]
    @ParameterizedTest
    @CsvSource({"RADIOLOGIST, 2030-01-01, false", "RADIOLOGIST, 2020-01-01, true", "TRAINEE, 2020-01-01, false"})
    void aWriterWithoutAValidLicenceIsTold(
            org.readingroom.report.model.AuthorRole role, java.time.LocalDate until, boolean told) {
        CheckFacts facts = new CheckFacts(
                "", List.of(), ImageFacts.UNKNOWN, SampleReports.TODAY, SampleReports.author("x", role, until));
        assertEquals(
                told ? List.of("author.unqualified") : List.of(),
                ids(CheckContext.of(report).with(facts)));
    }

    @Test
    void whatIsNotKnownIsNotJudged() {
        String findings = "右肺上叶见结节，见序列9图像999，增强扫描明显强化。";
        Report unknown = pair(findings, "右肺上叶结节。", Sex.UNKNOWN);
        assertEquals(List.of(), ids(unknown));
        ImageFacts images = new ImageFacts(
                org.readingroom.report.model.Side.NONE,
                ImageFacts.Contrast.NONE,
                java.util.Map.of(2, 60),
                java.util.Map.of());
        assertEquals(
                List.of("contrast.unexpected", "image.beyond"),
                ids(CheckContext.of(unknown).with(CheckFacts.UNKNOWN.withImages(images))));
    }

    @Test
    void aMarkReadInSeveralUnitsIsComparedInThatOfTheSentence() {
        Measured inTwo = new Measured(
                SampleReports.MARK,
                List.of(
                        new Measurement(Measurement.Quantity.LENGTH, 41, "{pixels}"),
                        new Measurement(Measurement.Quantity.LENGTH, 8.25, "mm")),
                List.of());
        assertEquals(List.of(), ids(new CheckContext(report, true, annotation -> Optional.of(inTwo))));
    }

    // [utest->req~report.check.machine-text~1]
    @Test
    void aMachinesSentenceBlocksUntilSomeoneRewritesIt() {
        Report suggested = ReportEdits.insert(
                        report, SectionKind.FINDINGS, 3, ReportSentence.of("左肺下叶见微小结节。", SentenceOrigin.MACHINE))
                .apply(report);
        assertEquals(List.of("machine.text", "findings.unconcluded"), ids(suggested));
        assertEquals(
                List.of("findings.unconcluded"),
                ids(with(
                        suggested,
                        SectionKind.FINDINGS,
                        suggested.text(SectionKind.FINDINGS).replace("微小结节", "小结节"))));
    }

    @Test
    void aReportOfNobodyBlocks() {
        Patient nobody = new Patient(new PatientId("", ""), PersonName.NONE, null, Sex.UNKNOWN);
        assertEquals(List.of("patient.missing"), ids(of(report, nobody)));
    }

    @Test
    void aNumberWithoutANameIsToldAndBlocksNothing() {
        Patient nameless = new Patient(new PatientId("DEMO-1", ""), PersonName.NONE, null, Sex.UNKNOWN);
        Report report = of(SampleReports.chestCt(), nameless);
        assertEquals(List.of("patient.nameless"), ids(report));
    }

    private static Report of(Report report, Patient patient) {
        var study = SampleReports.study(Sex.UNKNOWN);
        return new Report(
                report.id(),
                new org.readingroom.report.model.StudyIdentity(
                        study.study(),
                        patient,
                        study.accessionNumber(),
                        study.studyTime(),
                        study.modality(),
                        study.bodyPart(),
                        study.description(),
                        study.institution()),
                report.language(),
                report.templateId(),
                report.sections());
    }
}
