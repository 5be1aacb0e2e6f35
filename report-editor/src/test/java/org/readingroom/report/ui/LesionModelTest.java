package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Side;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.GroupInstance;
import org.readingroom.report.template.Lesions;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.form.FormModel;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.model.Sex;

/// Lesions by key in the editor of one report.
// [utest->req~report.template.repeat-keys~1]
class LesionModelTest {
    private final EditorBench bench = new EditorBench();
    private final ReportTemplate template = Lesions.template();
    private final ReportEditorViewModel editor = bench.model(
            Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE), SampleReports.radiologist());
    private final FormModel form;

    LesionModelTest() {
        TemplateLibrary library = TemplateLibrary.shipped().with(List.of(template));
        editor.live().templates(library::find);
        form = new FormModel(editor, () -> library);
    }

    private String findings() {
        return editor.report().text(SectionKind.FINDINGS);
    }

    private Optional<GroupInstance> at(String words) {
        return form.lesions().at(SectionKind.FINDINGS, findings().indexOf(words));
    }

    private String notice() {
        return editor.noticeProperty().get().orElse("");
    }

    @Test
    void theLesionAtTheCaretIsTheOneThatIsTakenOut() {
        editor.apply(template);
        assertTrue(at("心影").isEmpty());
        form.lesions().add(at("心影")).orElseThrow();
        form.lesions().add(Optional.empty()).orElseThrow();
        form.set("place#2", "左肺下叶");
        assertEquals(2, at("左肺下叶").orElseThrow().number());
        assertEquals(3, at("结节3").orElseThrow().key());
        assertTrue(form.lesions().remove(at("左肺下叶")));
        assertEquals("report.form.repeat-removed", notice());
        assertFalse(findings().contains("左肺下叶"));
        assertEquals(3, at("结节2").orElseThrow().key());
        editor.undo();
        assertTrue(findings().contains("结节2：位于左肺下叶"));
        editor.undo();
        editor.undo();
        editor.undo();
        assertFalse(findings().contains("结节2"));
        assertFalse(findings().contains("结节1"));
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertTrue(form.lesions().add(Optional.empty()).isEmpty());
        assertEquals("report.form.none", notice());
        editor.apply(template);
        assertFalse(form.lesions().remove(at("心影")));
        assertEquals("report.form.repeat-not-here", notice());
        assertFalse(form.lesions().remove(at("位于")));
        assertEquals("report.form.repeat-only", notice());
        for (int more = 2; more <= 20; more++) {
            assertTrue(form.lesions().add(at("位于")).isPresent());
        }
        assertTrue(form.lesions().add(at("位于")).isEmpty());
        assertEquals("report.form.repeat-most", notice());
        form.set("present", "未见结节");
        assertTrue(form.lesions().add(Optional.empty()).isEmpty());
        assertEquals("report.form.repeat-hidden", notice());
    }

    @Test
    void aTemplateWithoutLesionsSaysSo() {
        editor.apply(TemplateLibrary.shipped().find("readingroom.generic.zh").orElseThrow());
        assertTrue(form.lesions().add(Optional.empty()).isEmpty());
        assertEquals("report.form.repeat-none", notice());
    }

    /// 12.34 mm is 12.3 in steps of a tenth.
    @Test
    void aMeasurementGoesIntoTheLesionThatHasTheField() {
        editor.apply(template);
        form.lesions().add(Optional.empty()).orElseThrow();
        AnnotationId mark = new AnnotationId("second");
        EvidenceAnchor anchor = new EvidenceAnchor(
                SampleReports.ANCHOR.series(), SampleReports.ANCHOR.frame(), mark, SampleReports.ANCHOR.window());
        Measured measured = new Measured(mark, List.of(new Measurement(Quantity.LENGTH, 12.34, "mm")), List.of());
        bench.marks.put(mark, measured);
        bench.current = Optional.of(new Finding(null, null, Side.NONE, List.of(measured), List.of(anchor)));
        assertInstanceOf(Answer.Taken.class, form.measuring().take("size#2"));
        List<ReportSentence> resting = editor.report().sentences().stream()
                .filter(sentence -> !sentence.evidence().isEmpty())
                .toList();
        assertEquals(1, resting.size());
        assertTrue(resting.getFirst().words().startsWith("结节2：位于【部位】，直径12.3 mm"), findings());
        assertTrue(findings().contains("结节1：位于【部位】，直径【直径】"));
        assertTrue(form.lesions().remove(at("结节1")));
        ReportSentence left = editor.report().sentences().stream()
                .filter(sentence -> sentence.id().equals(resting.getFirst().id()))
                .findFirst()
                .orElseThrow();
        assertEquals("位于【部位】，直径12.3 mm，偏大。", left.words());
        assertEquals(List.of(anchor), left.evidence());
    }

    /// From gap to gap as Enter and Tab go.
    @Test
    void theGapsOfANewLesionComeWhereItStands() {
        editor.apply(template);
        form.lesions().add(Optional.empty()).orElseThrow();
        List<String> passed = new ArrayList<>();
        int caret = 0;
        for (int step = 0; step < 6; step++) {
            var gap = form.gap(SectionKind.FINDINGS, caret, false).orElseThrow();
            passed.add(gap.field());
            caret = gap.to();
        }
        assertEquals(List.of("place", "size", "margin", "place#2", "size#2", "margin#2"), passed);
    }
}
