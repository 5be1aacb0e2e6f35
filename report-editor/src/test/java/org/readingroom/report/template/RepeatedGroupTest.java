package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;

/// Several lesions of one template, with the words a radiologist would write.
// [utest->req~report.template.repeat~1]
class RepeatedGroupTest {
    private final ReportTemplate template = Lesions.template();

    private Report three() {
        Report report = Lesions.blank(template);
        report = filled(report, "", "右肺上叶", "5", "光整");
        report = filled(Lesions.added(template, report), "#2", "左肺下叶", "12", "毛刺");
        return filled(Lesions.added(template, report), "#3", "右肺下叶", "7", "光整");
    }

    private Report filled(Report report, String mark, String place, String size, String margin) {
        Report now = Lesions.set(template, report, "place" + mark, place);
        now = Lesions.set(template, now, "size" + mark, size);
        return Lesions.set(template, now, "margin" + mark, margin);
    }

    @Test
    void oneLesionIsWrittenAsIfNothingWereRepeated() throws TemplateException {
        Report report = filled(Lesions.blank(template), "", "右肺上叶", "5", "光整");
        String once = Lesions.page().replaceAll("data-rr-repeat[a-z-]*=\"[^\"]*\"", "");
        assertFalse(once.contains("repeat"));
        ReportTemplate plain = Pages.read(once);
        assertEquals(
                report.section(SectionKind.FINDINGS),
                FormSections.blank(TemplateForm.of(plain, report), report).getFirst());
        assertEquals(
                report.section(SectionKind.IMPRESSION),
                FormSections.blank(TemplateForm.of(plain, report), report).getLast());
        assertEquals(
                List.of("双肺可见结节。", "位于右肺上叶，直径5 mm。", "边缘光整。", "心影大小正常。"), Lesions.words(report, SectionKind.FINDINGS));
        assertEquals(List.of("右肺上叶结节，分级低。"), Lesions.words(report, SectionKind.IMPRESSION));
    }

    @Test
    void threeLesionsAreNumberedAndEachHasItsOwnCategory() {
        Report report = three();
        assertEquals(
                List.of(
                        "双肺可见结节。",
                        "结节1：位于右肺上叶，直径5 mm。",
                        "边缘光整。",
                        "结节2：位于左肺下叶，直径12 mm，偏大。",
                        "边缘毛刺。",
                        "结节3：位于右肺下叶，直径7 mm。",
                        "边缘光整。",
                        "心影大小正常。"),
                Lesions.words(report, SectionKind.FINDINGS));
        assertEquals(
                List.of("结节1：右肺上叶结节，分级低。", "结节2：左肺下叶结节，分级高。", "结节3：右肺下叶结节，分级中。", "共3个，最大12.0 mm。"),
                Lesions.words(report, SectionKind.IMPRESSION));
        for (SectionKind kind : List.of(SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
            assertEquals(
                    SentenceSplitter.split(report.text(kind)),
                    report.section(kind).sentences().stream()
                            .map(ReportSentence::text)
                            .toList());
        }
    }

    @Test
    void aNewLesionBeginsWithGapsAndStopsTheSignature() {
        Report report = Lesions.added(template, filled(Lesions.blank(template), "", "右肺上叶", "5", "光整"));
        assertEquals(
                List.of("place#2", "size#2", "margin#2", "copy#2", "grade#2"),
                TemplateForm.of(template, report).gaps());
        assertTrue(report.text(SectionKind.FINDINGS).contains("结节2：位于【部位】，直径【直径】"));
    }

    @Test
    void theFirstTakenOutMovesNothingOfTheOthers() {
        Report before = three();
        FormRepeats.Step step = Lesions.removing(template, before, 1);
        assertEquals(1, step.lesion().number());
        Report after = step.change().edit().apply(before);
        assertEquals(
                List.of("双肺可见结节。", "结节1：位于左肺下叶，直径12 mm，偏大。", "边缘毛刺。", "结节2：位于右肺下叶，直径7 mm。", "边缘光整。", "心影大小正常。"),
                Lesions.words(after, SectionKind.FINDINGS));
        assertEquals(
                List.of("结节1：左肺下叶结节，分级高。", "结节2：右肺下叶结节，分级中。", "共2个，最大12.0 mm。"),
                Lesions.words(after, SectionKind.IMPRESSION));
        for (ReportSentence sentence : after.sentences()) {
            ReportSentence old = before.sentences().stream()
                    .filter(one -> one.id().equals(sentence.id()))
                    .findFirst()
                    .orElseThrow();
            if (!sentence.words().startsWith("共")) {
                assertEquals(old.fields(), sentence.fields());
            }
        }
        assertEquals(before, step.change().edit().revert(after));
    }

    @Test
    void whatIsLeftOfTwoIsWrittenAsTheOnlyOne() {
        Report report = Lesions.removed(template, Lesions.removed(template, three(), 3), 1);
        assertEquals(
                List.of("双肺可见结节。", "位于左肺下叶，直径12 mm，偏大。", "边缘毛刺。", "心影大小正常。"),
                Lesions.words(report, SectionKind.FINDINGS));
        assertEquals(List.of("左肺下叶结节，分级高。"), Lesions.words(report, SectionKind.IMPRESSION));
        assertEquals(
                List.of("12"),
                report.sentences().stream()
                        .flatMap(sentence -> sentence.fields().stream())
                        .filter(value -> value.field().equals("size#2"))
                        .map(FieldValue::value)
                        .toList());
        assertTrue(FormRepeats.remove(report, TemplateForm.of(template, report), Lesions.group(template), 2)
                .isEmpty());
        Report again = Lesions.added(template, report);
        assertTrue(again.text(SectionKind.FINDINGS).contains("结节1：位于左肺下叶"));
        assertTrue(again.text(SectionKind.FINDINGS).contains("结节2：位于【部位】"));
    }

    @Test
    void aPersonsOwnWordsStayAndTheNoticeSaysSo() {
        Report report = three();
        String text = report.text(SectionKind.FINDINGS);
        Report typed = ReportEdits.setText(report, SectionKind.FINDINGS, text.replace("直径7 mm", "直径约7 mm"))
                .apply(report);
        FormRepeats.Step step = Lesions.removing(template, typed, 1);
        Report after = step.change().edit().apply(typed);
        assertFalse(after.text(SectionKind.FINDINGS).contains("右肺上叶"));
        assertTrue(after.text(SectionKind.FINDINGS).contains("结节1：位于左肺下叶，直径12 mm，偏大。"));
        assertTrue(after.text(SectionKind.FINDINGS).contains("结节2：位于右肺下叶，直径约7 mm。"));
        assertFalse(after.text(SectionKind.FINDINGS).contains("结节3"));
        assertFalse(step.change().isKept());
        assertEquals(typed, step.change().edit().revert(after));
        assertTrue(FormSections.change(after, form(after), form(after).with("size#3", "9"), "size#3")
                .isKept());
    }

    private TemplateForm form(Report report) {
        return TemplateForm.of(template, report);
    }

    /// Alt+X on the first, where the second's words are a person's and the third's the template's.
    @Test
    void noTwoLesionsBeginWithTheSameNumber() {
        Report report = three();
        for (String[] typed : new String[][] {{"直径12 mm", "直径约12 mm"}, {"结节2：位于", "结节2，位于"}}) {
            Report own = ReportEdits.setText(
                            report,
                            SectionKind.FINDINGS,
                            report.text(SectionKind.FINDINGS).replace(typed[0], typed[1]))
                    .apply(report);
            Report after = Lesions.removed(template, own, 1);
            String text = after.text(SectionKind.FINDINGS);
            assertTrue(text.contains(typed[1].replace("结节2", "结节1")), text);
            assertTrue(text.contains("结节2：位于右肺下叶，直径7 mm。"), text);
            assertEquals(1, text.split("结节2", -1).length - 1, text);
            assertEquals(
                    List.of("结节1：左肺下叶结节", "结节2：右肺下叶结节"),
                    Lesions.words(after, SectionKind.IMPRESSION).stream()
                            .map(words -> words.split("，")[0])
                            .limit(2)
                            .toList());
        }
    }

    @Test
    void onlyTheNumberItBeginsWithIsExchanged() {
        assertEquals(" 结节1：近结节3。", LesionMention.exchanged(" 结节2：近结节3。", "结节2：", "结节1："));
        assertEquals("结节1，近结节2。", LesionMention.exchanged("结节2，近结节2。", "结节2：", "结节1："));
        assertEquals("近结节2。", LesionMention.exchanged("近结节2。", "结节2：", "结节1："));
        assertEquals("结节2枚。", LesionMention.exchanged("结节2枚。", "结节2：", "结节1："));
        assertEquals("结节20：无。", LesionMention.exchanged("结节20：无。", "结节2：", "结节1："));
        assertEquals("位于左肺。", LesionMention.exchanged("结节2：位于左肺。", "结节2：", ""));
        assertEquals("The margin.", LesionMention.exchanged("Nodule 2: the margin.", "Nodule 2: ", ""));
        assertEquals(
                "Nodule 1: the margin.", LesionMention.exchanged("Nodule 2: the margin.", "Nodule 2: ", "Nodule 1: "));
        assertEquals("位于左肺。", LesionMention.exchanged("位于左肺。", "", "结节1："));
    }

    @Test
    void aLesionWhoseSentencesAPersonTookOutIsThereNoMore() {
        Report report = three();
        for (ReportSentence sentence : report.sentences()) {
            boolean isOfFirst =
                    sentence.words().startsWith("结节1") || sentence.words().equals("边缘光整。");
            if (isOfFirst
                    && sentence.fields().stream()
                            .noneMatch(value -> value.field().endsWith("#3"))) {
                SectionKind kind =
                        report.section(SectionKind.FINDINGS).sentences().contains(sentence)
                                ? SectionKind.FINDINGS
                                : SectionKind.IMPRESSION;
                report = ReportEdits.delete(report, kind, sentence.id()).apply(report);
            }
        }
        TemplateForm form = TemplateForm.of(template, report);
        assertEquals(
                List.of(2, 3),
                form.template().repeats().of(Lesions.group(template)).stream()
                        .map(GroupInstance::key)
                        .toList());
        assertEquals("12.0", form.value("largest"));
        assertEquals("2", form.value("many"));
    }

    /// 12.3 becomes 6.3 in the words: the category and the largest follow no more, those of the others do.
    // [utest->req~report.check.computed~1]
    @Test
    void aNumberTypedOverInOneLesionLosesWhatFollowedFromIt() {
        Report report = Lesions.three();
        String text = report.text(SectionKind.FINDINGS);
        assertTrue(text.contains("12.3 mm"), text);
        Report typed = ReportEdits.setText(report, SectionKind.FINDINGS, text.replace("12.3 mm", "6.3 mm"))
                .apply(report);
        assertEquals(
                List.of("grade#2", "largest"),
                LostValue.of(template, typed).stream()
                        .map(lost -> lost.value().field())
                        .toList());
        assertEquals(List.of(), LostValue.of(template, report));
    }

    /// What the mark of the second measures now goes into the second, with all that follows from it.
    // [utest->req~report.template.measured~1]
    @Test
    void acceptingAMovedMarkChangesItsOwnLesion() {
        Report report = Lesions.three();
        ReportSentence old = report.section(SectionKind.FINDINGS).sentences().stream()
                .filter(sentence -> !sentence.measurements().isEmpty())
                .findFirst()
                .orElseThrow();
        ReportSentence fix = old.withText(old.text().replace("12.3", "5.5"))
                .withFields(old.fields().stream()
                        .map(value -> value.field().equals("size#2")
                                ? new FieldValue(value.field(), value.role(), value.name(), "5.5", "mm", null, true)
                                : value)
                        .toList());
        Report after = MeasuredField.follow(report, SectionKind.FINDINGS, fix, Optional.of(template))
                .orElseThrow()
                .apply(report);
        assertTrue(after.text(SectionKind.FINDINGS).contains("结节2：位于左肺下叶，直径5.5 mm。"));
        assertEquals(
                List.of("结节1：右肺上叶结节，分级低。", "结节2：左肺下叶结节，分级低。", "结节3：右肺下叶结节，分级中。", "共3个，最大7.0 mm。"),
                Lesions.words(after, SectionKind.IMPRESSION));
    }

    @Test
    void theDeclarationGoesThroughTheFileUnchanged() throws TemplateException {
        String kept = Pages.all(Lesions.page()).source();
        assertEquals(
                Lesions.template().repeats(),
                Pages.all(kept.getBytes(StandardCharsets.UTF_8)).template().repeats());
        assertEquals(List.of(), Pages.all(Lesions.page()).dropped());
    }
}
