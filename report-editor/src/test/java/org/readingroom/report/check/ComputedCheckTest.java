package org.readingroom.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.FormSections;
import org.readingroom.report.template.Pages;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateForm;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

// [utest->req~report.check.computed~1]
class ComputedCheckTest {
    private static final ReportChecks CHECKS = new ReportChecks(CheckRules.shipped());

    private ReportTemplate template;
    private Report report;

    @BeforeEach
    void fill() throws Exception {
        template = Pages.read(Pages.nodule());
        Report blank = Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE);
        report = ReportEdits.applyTemplate(blank, template.id(), template.fill(blank))
                .apply(blank);
        set("present", "可见结节");
        set("place", "右肺上叶");
        set("size", "9");
        assertEquals("肺结节，分级高。", report.text(SectionKind.IMPRESSION));
    }

    @Test
    void aCategoryThatFollowsPasses() {
        assertEquals(List.of(), lost());
        type(SectionKind.FINDINGS, "直径9 mm", "长径9 mm");
        assertEquals(List.of(), lost());
    }

    @Test
    void aNumberTypedOverBlocksUntilTheCategoryIsWrittenAnewOrOver() {
        for (String words : List.of("直径19 mm", "直径5 mm", "直径9 cm", "直径")) {
            Report filled = report;
            type(SectionKind.FINDINGS, "直径9 mm", words);
            assertEquals(List.of("分级 高 BLOCKING"), lost(), words);
            Report typed = report;
            type(SectionKind.IMPRESSION, "分级高", "分级为高");
            assertEquals(List.of(), lost(), words);
            report = typed;
            var sentence = report.section(SectionKind.IMPRESSION).sentences().getFirst();
            report = FormSections.again(report, TemplateForm.of(template, report), sentence.id())
                    .orElseThrow()
                    .edit()
                    .apply(report);
            assertEquals("肺结节，分级【分级】。", report.text(SectionKind.IMPRESSION), words);
            assertEquals(List.of(), lost(), words);
            report = filled;
        }
    }

    @Test
    void aFindingTakenOutBlocksToo() {
        type(SectionKind.FINDINGS, "位于右肺上叶，直径9 mm，建议进一步检查。\n", "");
        assertEquals(List.of("分级 高 BLOCKING"), lost());
    }

    @Test
    void wordsThatAreSignedAreNotHeldAgainstAnAddendum() {
        type(SectionKind.FINDINGS, "直径9 mm", "直径19 mm");
        assertEquals(1, lost().size());
        report = ReportEdits.setText(report, SectionKind.ADDENDUM, "补充：同前。").apply(report);
        assertEquals(List.of(), lost());
    }

    /// Who reads an old report anew cannot mend what a newer template would say.
    @Test
    void ofATemplateThatHasChangedNothingIsSaid() throws Exception {
        template = Pages.read(Pages.nodule().replace("位于", "见于"));
        assertEquals(List.of(), lost());
        template = Pages.read(Pages.page("zh", "<p>无。</p>", "<p>无。</p>"));
        assertEquals(List.of(), lost());
    }

    private List<String> lost() {
        return CHECKS.with(id -> Optional.of(template)).check(CheckContext.of(report)).stream()
                .filter(result -> result.checkId().equals("computed.lost"))
                .map(result ->
                        result.arguments().get(0) + " " + result.arguments().get(1) + " " + result.severity())
                .toList();
    }

    private void set(String field, String value) {
        TemplateForm before = TemplateForm.of(template, report);
        report = FormSections.change(report, before, before.with(field, value), field)
                .edit()
                .apply(report);
    }

    private void type(SectionKind kind, String from, String to) {
        String text = report.text(kind);
        assertEquals(true, text.contains(from));
        report = ReportEdits.setText(report, kind, text.replace(from, to)).apply(report);
    }
}
