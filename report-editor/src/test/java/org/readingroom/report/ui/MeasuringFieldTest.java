package org.readingroom.report.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Side;
import org.readingroom.report.template.FieldInput.Answer;
import org.readingroom.report.template.MeasuredField;
import org.readingroom.report.template.Pages;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.report.ui.form.FormModel;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.PixelScale.Source;
import org.readingroom.viewer.model.Sex;

/// Measurements in fields, with numbers counted by hand.
// [utest->req~report.template.measured~1]
class MeasuringFieldTest {
    private static final String FINDINGS = """
            <p>长<input id="inCm" type="number" title="长" data-field-units="cm" min="0.1" max="30" step="0.01"/>。</p>
            <p>径<input id="inMm" type="number" title="径" data-field-units="mm" min="1" max="200" step="0.1"/>。</p>
            <p>整<input id="whole" type="number" title="整" data-field-units="mm" min="1" max="200" step="1"/>。</p>
            <p>密度<input id="hu" type="number" title="密度" data-field-units="[hnsf'U]" min="-1024" max="3071"/>。</p>
            <p>说明<input id="note" type="text" title="说明" value="无"/>。</p>
            """;
    private static final String IMPRESSION = """
            <p>分级<output id="grade" title="分级" data-rr-role="CATEGORY"
              data-rr-compute="if(inMm &lt; 6, '低', if(inMm >= 8, '高', '中'))"></output>。</p>
            """;

    private final EditorBench bench = new EditorBench();
    private final ReportTemplate template = read();
    private final ReportEditorViewModel editor = bench.model(
            Report.blank(SampleReports.study(Sex.FEMALE), ReportLanguage.CHINESE), SampleReports.radiologist());
    private final FormModel form;

    MeasuringFieldTest() {
        TemplateLibrary library = TemplateLibrary.shipped().with(List.of(template));
        editor.live().templates(library::find);
        editor.apply(template);
        form = new FormModel(editor, () -> library);
    }

    private static ReportTemplate read() {
        try {
            return Pages.read(Pages.page("zh", FINDINGS, IMPRESSION));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void measure(List<String> caveats, Measurement... numbers) {
        Measured measured = new Measured(SampleReports.MARK, Arrays.asList(numbers), caveats);
        bench.marks.put(SampleReports.MARK, measured);
        bench.current =
                Optional.of(new Finding(null, null, Side.NONE, List.of(measured), List.of(SampleReports.ANCHOR)));
    }

    private void measure(Quantity quantity, double value, String unit) {
        measure(List.of(), new Measurement(quantity, value, unit));
    }

    private Answer take(String field) {
        return form.measuring().take(field);
    }

    private String value(String field) {
        return form.formProperty().get().value(field);
    }

    private ReportSentence sentence(String field) {
        return editor.report().sentences().stream()
                .filter(one ->
                        one.fields().stream().anyMatch(value -> value.field().equals(field)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids() {
        return editor.checks().stream()
                .map(CheckResult::checkId)
                .filter(id -> id.startsWith("measurement.") || id.startsWith("number."))
                .toList();
    }

    /// 12.345 mm are 1.2345 cm: 1.23 in hundredths; 12.3 in tenths of a millimetre; 12 in whole ones.
    /// -851.44 to one decimal is -851.4. Halves go away from zero: 8.25 is 8.3 and -8.25 is -8.3.
    @ParameterizedTest
    @CsvSource({
        "LENGTH, 12.345, mm, inCm, 1.23, 1.23 cm",
        "LENGTH, 12.345, mm, inMm, 12.3, 12.3 mm",
        "LENGTH, 12.345, mm, whole, 12, 12 mm",
        "LENGTH, 8.25, mm, inMm, 8.3, 8.3 mm",
        "LENGTH, 1.1, cm, inMm, 11.0, 11.0 mm",
        "MEAN, -851.44, [hnsf'U], hu, -851.4, -851.4 HU",
        "MEAN, -8.25, [hnsf'U], hu, -8.3, -8.3 HU"
    })
    void theNumberStandsInTheFieldsUnitBoundToItsMark(
            Quantity quantity, double value, String unit, String field, String said, String shown) {
        measure(quantity, value, unit);
        assertEquals(new Answer.Taken(said), take(field));
        assertEquals(said, value(field));
        assertEquals(
                List.of(new BoundMeasurement(SampleReports.MARK, new Measurement(quantity, value, unit), shown)),
                sentence(field).measurements());
        assertEquals(List.of(SampleReports.ANCHOR), sentence(field).evidence());
        assertTrue(sentence(field).words().contains(shown), sentence(field).words());
        assertEquals(List.of(), ids(), "what was just taken is neither stale nor different");
        editor.undo();
        assertEquals("", value(field), "one step of undo");
        assertEquals(List.of(), bound());
    }

    private List<BoundMeasurement> bound() {
        return editor.report().sentences().stream()
                .flatMap(one -> one.measurements().stream())
                .toList();
    }

    /// What is no length of 1 to 200 mm: another dimension, pixels, too large, too small, nothing left of
    /// it.
    @ParameterizedTest
    @CsvSource({
        "AREA, 20, mm2, inMm, report.form.measured-other",
        "ANGLE, 20, deg, inMm, report.form.measured-other",
        "MEAN, 20, [hnsf'U], inMm, report.form.measured-other",
        "LENGTH, 20, mm, hu, report.form.measured-other",
        "LENGTH, 20, {pixels}, inMm, report.form.measured-pixels",
        "PERIMETER, 20, mm, inMm, report.form.measured-other",
        "LENGTH, 200.06, mm, inMm, report.form.above",
        "LENGTH, 0.94, mm, inMm, report.form.below",
        "LENGTH, 0.04, mm, inMm, report.form.measured-nothing",
        "LENGTH, 20, mm, note, report.form.measured-other",
        "LENGTH, 20, mm, gone, report.form.measured-other"
    })
    void whatDoesNotFitIsRefusedAndNothingIsWritten(
            Quantity quantity, double value, String unit, String field, String why) {
        measure(quantity, value, unit);
        Report before = editor.report();
        assertEquals(why, assertInstanceOf(Answer.Refused.class, take(field)).key());
        assertEquals(before, editor.report());
    }

    @Test
    void withoutAMarkOrCalibratedByHandNothingIsTaken() {
        assertEquals(
                "report.ui.no-measurement",
                assertInstanceOf(Answer.Refused.class, take("inMm")).key());
        measure(List.of(Source.CALIBRATED_BY_HAND.caveatKey()), new Measurement(Quantity.LENGTH, 12, "mm"));
        assertEquals(
                "report.form.measured-by-hand",
                assertInstanceOf(Answer.Refused.class, take("inMm")).key());
    }

    @Test
    void ofSeveralNumbersEachIsTakenInTurnAndSaid() {
        measure(
                List.of(),
                new Measurement(Quantity.SHORT_AXIS, 7, "mm"),
                new Measurement(Quantity.LONG_AXIS, 11, "mm"),
                new Measurement(Quantity.PERIMETER, 30, "mm"));
        assertEquals(new Answer.Taken("11.0"), take("inMm"));
        assertEquals(
                Optional.of("report.form.took.long-axis"),
                editor.noticeProperty().get());
        assertEquals(new Answer.Taken("7.0"), take("inMm"));
        assertEquals(
                Optional.of("report.form.took.short-axis"),
                editor.noticeProperty().get());
        assertEquals(
                List.of("7.0 mm"),
                sentence("inMm").measurements().stream()
                        .map(BoundMeasurement::shown)
                        .toList());
        assertEquals(new Answer.Taken("11.0"), take("inMm"));
    }

    /// 12.345 mm become 7.2 mm: 0.72 cm. Accepted, the form says so, and what follows from another field
    /// stays.
    @Test
    void aMovedMarkMakesTheSentenceStaleUntilItIsAccepted() {
        measure(Quantity.LENGTH, 12.345, "mm");
        take("inCm");
        take("inMm");
        assertTrue(editor.report().text(SectionKind.IMPRESSION).contains("高"));
        measure(Quantity.LENGTH, 7.2, "mm");
        editor.marksChanged();
        assertEquals(List.of("measurement.stale", "measurement.stale"), ids());
        CheckResult stale = editor.checks().stream()
                .filter(one -> one.arguments().equals(List.of("12.3 mm", "7.2 mm")))
                .findFirst()
                .orElseThrow();
        assertEquals("12.3", value("inMm"), "nothing changes before it is accepted");

        editor.write(now -> MeasuredField.follow(now, SectionKind.FINDINGS, stale.fix(), Optional.of(template))
                .orElseThrow());

        assertEquals("7.2", value("inMm"));
        assertTrue(editor.report().text(SectionKind.IMPRESSION).contains("中"), "the grade follows");
        assertEquals(
                new Measurement(Quantity.LENGTH, 7.2, "mm"),
                sentence("inMm").measurements().getFirst().measurement());
        assertEquals(List.of("measurement.stale"), ids(), "the other field is a decision of its own");
        CheckResult inCm = editor.checks().stream()
                .filter(one -> one.checkId().equals("measurement.stale"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("1.23 cm", "0.72 cm"), inCm.arguments());
        // less than the least of the field: nothing is accepted
        measure(Quantity.LENGTH, 0.96, "mm");
        editor.marksChanged();
        CheckResult small = editor.checks().stream()
                .filter(one -> one.arguments().equals(List.of("1.23 cm", "0.10 cm")))
                .findFirst()
                .orElseThrow();
        assertTrue(MeasuredField.follow(editor.report(), SectionKind.FINDINGS, small.fix(), Optional.of(template))
                .isPresent());
        measure(Quantity.LENGTH, 300, "mm");
        editor.marksChanged();
        CheckResult large = editor.checks().stream()
                .filter(one -> one.arguments().equals(List.of("7.2 mm", "300.0 mm")))
                .findFirst()
                .orElseThrow();
        assertFalse(MeasuredField.follow(editor.report(), SectionKind.FINDINGS, large.fix(), Optional.of(template))
                .isPresent());
        bench.marks.clear();
        editor.marksChanged();
        assertEquals(List.of("measurement.gone", "measurement.gone"), ids());
    }

    @Test
    void aNumberTypedOverTheMeasuredOneIsNoLongerTheMarks() {
        measure(Quantity.LENGTH, 12.345, "mm");
        take("inMm");
        form.set("inMm", "15");
        assertEquals(List.of(), sentence("inMm").measurements());
        assertEquals(List.of(), ids());
    }

    /// What a person writes over the sentence by hand is found: the number is not that of the mark any
    /// more.
    @Test
    void anotherNumberTypedIntoTheSentenceIsFound() {
        measure(Quantity.LENGTH, 12.345, "mm");
        take("inMm");
        String findings = editor.report().text(SectionKind.FINDINGS);
        editor.type(SectionKind.FINDINGS, findings.replace("12.3 mm", "21.3 mm"));
        editor.marksChanged();
        assertTrue(ids().contains("number.differs"), ids().stream().collect(Collectors.joining(",")));
    }
}
