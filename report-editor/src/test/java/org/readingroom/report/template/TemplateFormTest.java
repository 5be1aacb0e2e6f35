package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

// [utest->req~report.template.form~1]
class TemplateFormTest {
    private static final SectionKind FINDINGS = SectionKind.FINDINGS;
    private static final SectionKind IMPRESSION = SectionKind.IMPRESSION;

    private ReportTemplate template;
    private Report report;

    @BeforeEach
    void fill() throws TemplateException {
        template = Pages.read(Pages.nodule());
        Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
        report = ReportEdits.applyTemplate(blank, template.id(), template.fill(blank))
                .apply(blank);
    }

    @Test
    void beginsAsTheTemplateSays() {
        assertEquals("双肺未见结节。\n心影大小正常。", report.text(FINDINGS));
        assertEquals("双肺未见结节。", report.text(IMPRESSION));
    }

    @Test
    void conditionalLinesComeWithGapsThatStopASignatureAndGoAgain() {
        set("present", "可见结节");
        assertEquals("双肺可见结节。\n位于【部位】，直径【直径】 mm。\n心影大小正常。", report.text(FINDINGS));
        assertEquals("肺结节，分级【分级】。", report.text(IMPRESSION));
        set("place", "右肺上叶");
        set("size", "7.5");
        assertEquals("双肺可见结节。\n位于右肺上叶，直径7.5 mm。\n心影大小正常。", report.text(FINDINGS));
        assertEquals("肺结节，分级中。", report.text(IMPRESSION));
        set("size", "8");
        assertEquals("双肺可见结节。\n位于右肺上叶，直径8 mm，建议进一步检查。\n心影大小正常。", report.text(FINDINGS));
        assertEquals("肺结节，分级高。", report.text(IMPRESSION));
        set("present", "未见结节");
        assertEquals("双肺未见结节。\n心影大小正常。", report.text(FINDINGS));
        assertEquals("双肺未见结节。", report.text(IMPRESSION));
        // What stood in a part that is gone is forgotten.
        set("present", "可见结节");
        assertEquals("肺结节，分级【分级】。", report.text(IMPRESSION));
    }

    @Test
    void sentencesKeepTheirValuesWithRoleUnitAndName() {
        set("present", "可见结节");
        set("place", "左肺下叶");
        set("size", "12.0");
        assertEquals(
                List.of(
                        new FieldValue("place", FieldRole.LOCATION, "部位", "左肺下叶", "", null, true),
                        new FieldValue("size", FieldRole.SIZE, "直径", "12.0", "mm", null, true)),
                report.section(FINDINGS).sentences().get(1).fields());
        assertEquals(
                List.of(new FieldValue("grade", FieldRole.CATEGORY, "分级", "高", "", null, true)),
                report.section(IMPRESSION).sentences().getFirst().fields());
    }

    // [utest->req~report.template.round-trip~1]
    @Test
    void aReportOpenedAgainGivesItsFormBack() {
        set("present", "可见结节");
        set("size", "9");
        TemplateForm form = TemplateForm.of(template, report);
        assertEquals("可见结节", form.value("present"));
        assertEquals("9", form.value("size"));
        assertEquals("", form.value("place"));
        assertEquals("高", form.value("grade"));
        assertEquals(List.of("place"), form.gaps());
    }

    @Test
    void aChangedValueRewritesItsOwnSentenceAndNoOther() {
        set("present", "可见结节");
        List<ReportSentence> before = report.section(FINDINGS).sentences();
        set("place", "右肺上叶");
        List<ReportSentence> after = report.section(FINDINGS).sentences();
        assertEquals(before.get(0), after.get(0));
        assertEquals(before.get(1).id(), after.get(1).id());
        assertEquals(before.get(2), after.get(2));
    }

    // [utest->req~report.template.own-words~1]
    @Test
    void wordsOfAPersonAreNotWrittenOver() {
        set("present", "可见结节");
        set("size", "9");
        type(FINDINGS, report.text(FINDINGS).replace("直径9 mm", "大小约9 mm"));
        assertEquals("9", TemplateForm.of(template, report).value("size"));
        assertTrue(change("present", "未见结节").isKept());
        set("present", "未见结节");
        assertEquals("双肺未见结节。\n位于【部位】，大小约9 mm，建议进一步检查。\n心影大小正常。", report.text(FINDINGS));
    }

    @Test
    void aNumberWrittenOverByHandCountsNoMore() {
        set("present", "可见结节");
        set("place", "右肺上叶");
        set("size", "9");
        type(FINDINGS, report.text(FINDINGS).replace("直径9 mm", "直径19 mm"));
        assertEquals("", TemplateForm.of(template, report).value("size"));
        set("heart", "增大");
        assertEquals("肺结节，分级【分级】。", report.text(IMPRESSION));
    }

    // [utest->req~report.template.round-trip~1]
    @Test
    void aNumberOfAPersonsWordsStandsWithItsUnitAndOnceOnly() {
        set("present", "可见结节");
        set("place", "右肺上叶");
        set("size", "9");
        Report filled = report;
        for (String words : List.of("直径9 cm", "直径9", "直径9 mm²", "直径9 mm×9 mm", "第9层，直径9 mm", "直径9~12 mm")) {
            report = filled;
            type(FINDINGS, report.text(FINDINGS).replace("直径9 mm", words));
            assertEquals("", TemplateForm.of(template, report).value("size"), words);
        }
        for (String words : List.of("长径9 mm", "直径9mm", "直径9 mm、19层")) {
            report = filled;
            type(FINDINGS, report.text(FINDINGS).replace("直径9 mm", words));
            assertEquals("9", TemplateForm.of(template, report).value("size"), words);
        }
    }

    @Test
    void aLineThatAPersonTookOutStaysOutAndCountsNoMore() {
        set("present", "可见结节");
        set("place", "右肺上叶");
        set("size", "9");
        type(FINDINGS, "双肺可见结节。\n心影大小正常。");
        set("heart", "增大");
        assertEquals("双肺可见结节。\n心影增大。", report.text(FINDINGS));
        assertEquals("肺结节，分级【分级】。", report.text(IMPRESSION));
        set("size", "3");
        assertEquals("双肺可见结节。\n位于【部位】，直径3 mm。\n心影增大。", report.text(FINDINGS));
        assertEquals("肺结节，分级低。", report.text(IMPRESSION));
    }

    @Test
    void ownWordsAreWrittenAnewOnlyWhenAsked() {
        set("present", "可见结节");
        set("place", "右肺上叶");
        set("size", "9");
        type(FINDINGS, report.text(FINDINGS).replace("位于右肺上叶", "右肺上叶可见一枚"));
        ReportSentence own = report.section(FINDINGS).sentences().get(1);
        assertEquals(SentenceOrigin.HUMAN, own.origin());
        FormSections.Change again = FormSections.again(report, TemplateForm.of(template, report), own.id())
                .orElseThrow();
        report = again.edit().apply(report);
        assertEquals("双肺可见结节。\n位于右肺上叶，直径9 mm，建议进一步检查。\n心影大小正常。", report.text(FINDINGS));
        assertEquals(own.id(), report.section(FINDINGS).sentences().get(1).id());
        assertTrue(FormSections.again(
                        report,
                        TemplateForm.of(template, report),
                        ReportSentence.of("x", SentenceOrigin.HUMAN).id())
                .isEmpty());
    }

    @Test
    void ownSentencesBetweenStayWhereTheyAre() {
        type(FINDINGS, "双肺未见结节。主动脉钙化。\n心影大小正常。");
        set("present", "可见结节");
        assertEquals("双肺可见结节。\n位于【部位】，直径【直径】 mm。\n主动脉钙化。\n心影大小正常。", report.text(FINDINGS));
        set("present", "未见结节");
        assertEquals("双肺未见结节。\n主动脉钙化。\n心影大小正常。", report.text(FINDINGS));
    }

    @Test
    void everyStepCanBeTakenBack() {
        Report before = report;
        FormSections.Change change = change("present", "可见结节");
        Report after = change.edit().apply(report);
        assertEquals(before, change.edit().revert(after));
        assertFalse(change.isKept());
    }

    @Test
    void rendersSeveralChoicesBoxesDatesAndWhatTheOrderKnows() throws TemplateException {
        ReportTemplate page = Pages.read(Pages.page(
                "en",
                "<p><select id='seen' title='seen' multiple><option value='effusion'>e</option>"
                        + "<option value='oedema' selected>o</option></select> in a <input type='text' "
                        + "data-field-type='MERGE' id='sex' data-rr-merge='patient.sex' title='sex'> patient of "
                        + "<input type='text' data-field-type='MERGE' id='age' name='patient.age' title='age'>"
                        + "<input type='checkbox' id='acute' value=', acute' title='acute'> , seen on <input type='date' "
                        + "id='day' title='day'>.</p>"
                        + "<p>Volume <output id='v' title='volume' data-field-units='mL' data-rr-decimals='2' "
                        + "data-rr-compute='0.52 * w * w'></output> with w <input type='number' id='w' title='width' "
                        + "data-field-units='cm'/> cm.</p>",
                "<p>a.</p>"));
        Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.ENGLISH);
        template = page;
        report = ReportEdits.applyTemplate(blank, page.id(), page.fill(blank)).apply(blank);
        assertEquals(
                "Oedema in a female patient of 65 years, seen on [day].\nVolume [volume] mL with w [width] cm.",
                report.text(FINDINGS));
        set("seen", "effusion\noedema");
        set("acute", "true");
        set("day", "2026-11-30");
        set("w", "2.5");
        assertEquals(
                "Effusion, oedema in a female patient of 65 years, acute, seen on 2026-11-30.\n"
                        + "Volume 3.25 mL with w 2.5 cm.",
                report.text(FINDINGS));
        assertEquals("effusion\noedema", TemplateForm.of(page, report).value("seen"));
        assertEquals("true", TemplateForm.of(page, report).value("acute"));
    }

    @Test
    void codesOfTheFileTravelWithTheSentence() throws TemplateException {
        String page = Pages.page(
                        "en",
                        "<p>It is <select id='type' title='type'><option id='solid' value='solid'>s</option></select>, "
                                + "<input type='number' id='d' title='d' data-field-units='mm'>.</p>",
                        "<p>a.</p>")
                .replace(
                        "</head>",
                        "<script type=\"text/xml\"><template_attributes><coded_content>"
                                + "<entry ORIGTXT=\"solid\"><term><code meaning=\"Solid\" value=\"RID5741\" scheme=\"RADLEX\"/>"
                                + "</term></entry><entry ORIGTXT=\"d\"><term><code meaning=\"Diameter\" value=\"RID13432\" "
                                + "scheme=\"RADLEX\"/></term></entry></coded_content></template_attributes></script></head>");
        template = Pages.read(page);
        Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.ENGLISH);
        report = ReportEdits.applyTemplate(blank, template.id(), template.fill(blank))
                .apply(blank);
        set("type", "solid");
        set("d", "4");
        ReportSentence sentence = report.section(FINDINGS).sentences().getFirst();
        assertEquals("RID5741", sentence.fields().getFirst().concept().code());
        assertEquals(
                List.of("RID13432"),
                sentence.concepts().stream().map(concept -> concept.code()).toList());
    }

    private FormSections.Change change(String field, String value) {
        TemplateForm before = TemplateForm.of(template, report);
        return FormSections.change(report, before, before.with(field, value), field);
    }

    private void set(String field, String value) {
        report = change(field, value).edit().apply(report);
        for (SectionKind kind : SectionKind.values()) {
            assertEquals(
                    SentenceSplitter.split(report.text(kind)),
                    report.section(kind).sentences().stream()
                            .map(ReportSentence::text)
                            .toList());
        }
    }

    private void type(SectionKind kind, String text) {
        report = ReportEdits.setText(report, kind, text).apply(report);
    }
}
