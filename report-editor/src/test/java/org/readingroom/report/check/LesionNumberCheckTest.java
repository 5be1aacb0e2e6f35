package org.readingroom.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.FormRepeats;
import org.readingroom.report.template.Lesions;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateForm;

// [utest->req~report.check.lesion-number~1]
class LesionNumberCheckTest {
    private static final ReportChecks CHECKS = new ReportChecks(CheckRules.shipped());

    private final ReportTemplate template = Lesions.template();
    private Report report = Lesions.three();

    private List<String> wrong() {
        return CHECKS.with(id -> Optional.of(template)).check(CheckContext.of(report)).stream()
                .filter(result -> result.checkId().equals("lesion.number"))
                .map(result -> result.section() + " " + result.arguments().getFirst() + " " + result.severity())
                .toList();
    }

    private void type(SectionKind kind, String from, String to) {
        String text = report.text(kind);
        assertTrue(text.contains(from), text);
        report = ReportEdits.setText(report, kind, text.replace(from, to)).apply(report);
    }

    private void remove(int key) {
        report = FormRepeats.remove(
                        report,
                        TemplateForm.of(template, report),
                        template.repeats().groups().getFirst(),
                        key)
                .orElseThrow()
                .change()
                .edit()
                .apply(report);
    }

    @Test
    void asTheFormNumbersThemNothingIsSaid() {
        assertEquals(List.of(), wrong());
        type(SectionKind.FINDINGS, "直径12.3 mm", "长径12.3 mm");
        remove(1);
        assertEquals(List.of(), wrong());
    }

    /// Written apart from the form, so the form cannot number it anew.
    @Test
    void aNumberThatIsThereNoMoreStops() {
        type(SectionKind.FINDINGS, "心影", "结节3紧贴胸膜。\n心影");
        assertEquals(List.of(), wrong());
        remove(1);
        assertEquals(List.of("FINDINGS 结节3 BLOCKING"), wrong());
        type(SectionKind.FINDINGS, "结节3紧贴", "结节2紧贴");
        assertEquals(List.of(), wrong());
    }

    @Test
    void aSentenceThatBeginsWithTheNumberOfAnotherStops() {
        type(SectionKind.FINDINGS, "结节1：位于", "结节2：位于");
        assertEquals(List.of("FINDINGS 结节2 BLOCKING"), wrong());
        type(SectionKind.IMPRESSION, "结节3：", "结节1 ");
        assertEquals(List.of("FINDINGS 结节2 BLOCKING", "IMPRESSION 结节1 BLOCKING"), wrong());
    }

    /// A person deletes the sentences of the first by hand: the words of the others keep numbers that count no more.
    @Test
    void lesionsLeftByHandAreNumberedAnewBeforeTheyAreSigned() {
        for (SectionKind kind : List.of(SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
            ReportSentence first = report.section(kind).sentences().stream()
                    .filter(one -> one.words().startsWith("结节1"))
                    .findFirst()
                    .orElseThrow();
            report = ReportEdits.delete(report, kind, first.id()).apply(report);
        }
        type(SectionKind.FINDINGS, "边缘光整。\n结节2", "结节2");
        assertEquals(4, wrong().size(), wrong().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "另见微小结节4枚。",
                "最大结节5 mm。",
                "结节 12.3 cm。",
                "结节9×8 mm。",
                "结节4~6 mm。",
                "结节6-8 mm。",
                "结节5个月后复查。",
                "结节4A类。",
                "与前片结节5相比，本次未见。",
                "结节2与结节3相邻。",
                "（对比 2025-01-02 CT：结节7。）"
            })
    void sizesCountsAndEarlierNumbersPass(String words) {
        type(SectionKind.FINDINGS, "心影", words + "\n心影");
        assertEquals(List.of(), wrong(), report.text(SectionKind.FINDINGS));
    }

    @ParameterizedTest
    @CsvSource({"结节4。, 结节4", "结节4边界清楚。, 结节4", "（结节 4）, 结节 4", "结节1、结节12均见钙化。, 结节12", "结节0。, 结节0"})
    void aNumberOfNoneIsFound(String words, String said) {
        type(SectionKind.IMPRESSION, "共3个", words + "\n共3个");
        assertEquals(List.of("IMPRESSION " + said + " BLOCKING"), wrong());
    }

    @Test
    void oneLesionAndAnAddendumAreNotLookedAt() {
        type(SectionKind.FINDINGS, "心影", "结节4紧贴胸膜。\n心影");
        assertEquals(1, wrong().size());
        report = ReportEdits.setText(report, SectionKind.ADDENDUM, "补充：结节5。").apply(report);
        assertEquals(List.of(), wrong());
        report = ReportEdits.setText(report, SectionKind.ADDENDUM, "").apply(report);
        remove(3);
        remove(2);
        assertEquals(List.of(), wrong());
    }
}
