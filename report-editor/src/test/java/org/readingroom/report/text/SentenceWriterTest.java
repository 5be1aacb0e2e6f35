package org.readingroom.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.CodedConcept;
import org.readingroom.report.model.Finding;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Side;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;

// [utest->req~report.text.finding-sentence~1]
class SentenceWriterTest {
    private static final CodedConcept NODULE = new CodedConcept("RID3875", "RADLEX", "nodule", "结节");
    private static final CodedConcept UPPER_LOBE = new CodedConcept("RID1303", "RADLEX", "upper lobe", "肺上叶");

    private final SentenceWriter writer = new SentenceWriter();

    private static Finding finding(boolean named, Measurement... measurements) {
        return new Finding(
                named ? NODULE : null,
                named ? UPPER_LOBE : null,
                named ? Side.RIGHT : Side.NONE,
                List.of(new Measured(SampleReports.MARK, List.of(measurements), List.of())),
                List.of(SampleReports.ANCHOR));
    }

    @Test
    void aNamedLengthReadsAsARadiologistWritesIt() {
        Finding nodule = finding(true, new Measurement(Quantity.LENGTH, 8.3417, "mm"));
        ReportSentence chinese = writer.write(nodule, ReportLanguage.CHINESE);
        assertEquals("右肺上叶见结节，长径约8.3 mm。", chinese.text());
        assertEquals(List.of(SampleReports.LENGTH), chinese.measurements());
        assertEquals(List.of(SampleReports.ANCHOR), chinese.evidence());
        assertEquals(List.of(NODULE, UPPER_LOBE), chinese.concepts());
        assertEquals(
                "Nodule, right upper lobe: length approximately 8.3 mm.",
                writer.write(nodule, ReportLanguage.ENGLISH).text());
    }

    @Test
    void anEllipseGivesAreaMeanAndSpread() {
        Finding region = finding(
                false,
                new Measurement(Quantity.AREA, 52.25, "mm2"),
                new Measurement(Quantity.MEAN, -650.25, "[hnsf'U]"),
                new Measurement(Quantity.STANDARD_DEVIATION, 45.1, "[hnsf'U]"),
                new Measurement(Quantity.MINIMUM, -880, "[hnsf'U]"),
                new Measurement(Quantity.MAXIMUM, -320, "[hnsf'U]"),
                new Measurement(Quantity.COUNT, 107, "1"));
        assertEquals(
                "测量：面积约52.3 mm²，平均值约-650.3 HU，标准差45.1 HU，最小值-880.0 HU，最大值-320.0 HU。",
                writer.write(region, ReportLanguage.CHINESE).text());
    }

    @Test
    void anAngleAndALengthInPixelsSayTheirUnit() {
        assertEquals(
                "测量：角度12.5°。",
                writer.write(finding(false, new Measurement(Quantity.ANGLE, 12.5, "deg")), ReportLanguage.CHINESE)
                        .text());
        Finding pixels = finding(false, new Measurement(Quantity.LENGTH, 40, Measurement.PIXELS));
        assertEquals(
                "测量：长径40.0 像素（图像无像素间距，未换算为毫米）。",
                writer.write(pixels, ReportLanguage.CHINESE).text());
        assertEquals(
                "Measurement: length 40.0 pixels (no pixel spacing, not in millimetres).",
                writer.write(pixels, ReportLanguage.ENGLISH).text());
    }

    // [utest->req~annotation.calibration~1]
    @Test
    void whatWasCalibratedByHandSaysSo() {
        for (String caveat : List.of("viewer.scale.calibrated-by-hand", "viewer.scale.calibrated-against-file")) {
            Finding byHand = new Finding(
                    null,
                    null,
                    Side.NONE,
                    List.of(new Measured(
                            SampleReports.MARK, List.of(new Measurement(Quantity.LENGTH, 40, "mm")), List.of(caveat))),
                    List.of(SampleReports.ANCHOR));
            assertEquals(
                    "测量：长径40.0 mm（手工校准）。",
                    writer.write(byHand, ReportLanguage.CHINESE).text());
            assertEquals(
                    "Measurement: length 40.0 mm (calibrated by hand).",
                    writer.write(byHand, ReportLanguage.ENGLISH).text());
        }
    }

    @Test
    void aLineInADopplerSpectrumTellsTimeAndChange() {
        Finding line = finding(
                false,
                new Measurement(Quantity.DURATION, 800, "ms"),
                new Measurement(Quantity.VELOCITY_CHANGE, -56, "cm/s"));
        assertEquals(
                "Measurement: time 800.0 ms, change of velocity -56.0 cm/s.",
                writer.write(line, ReportLanguage.ENGLISH).text());
    }

    // [utest->req~report.text.numbers~1]
    @ParameterizedTest
    @CsvSource({
        "8.25, 8.3 mm, true",
        "8.3, 8.3 mm, false",
        "-8.25, -8.3 mm, true",
        "0.04, 0.04 mm, false",
        "0.000123, 0.00012 mm, true",
        "0, 0.0 mm, false",
        "1234567.89, 1234567.9 mm, true",
        "9.96, 10.0 mm, true"
    })
    void aNumberIsRoundedToOneDecimalAndNeverToNothing(double value, String text, boolean rounded) {
        ShownNumber shown = ShownNumber.of(new Measurement(Quantity.LENGTH, value, "mm"), ReportLanguage.ENGLISH);
        assertEquals(text, shown.text());
        assertEquals(rounded, shown.isRounded());
    }

    // [utest->req~report.text.numbers~1]
    @Test
    void everyShownNumberIsReadBackWithItsUnitAndHalfADigitAtMostAway() {
        Random random = new Random(11);
        String[] units = {
            "mm", "mm2", "deg", "[hnsf'U]", Measurement.PIXELS, Measurement.SQUARE_PIXELS, "ms", "cm/s", "Hz"
        };
        for (int i = 0; i < 4000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 2);
            String unit = units[random.nextInt(units.length)];
            for (ReportLanguage language : ReportLanguage.values()) {
                ShownNumber shown = ShownNumber.of(new Measurement(Quantity.LENGTH, value, unit), language);
                WrittenNumber read = WrittenNumber.in("测量" + shown.text() + "。").getFirst();
                assertEquals(unit, read.ucum(), shown.text());
                assertEquals(0, read.value().compareTo(shown.value()), shown.text());
                assertTrue(
                        read.value().subtract(BigDecimal.valueOf(value)).abs().doubleValue() <= 0.05 + 1e-12,
                        value + " shown as " + shown.text());
            }
        }
    }

    @Test
    void bothNumbersOfACrossHaveItsUnit() {
        List<WrittenNumber> numbers = WrittenNumber.in("大小约12×8 mm，CT值-30HU，第3肋");
        assertEquals(
                List.of("mm", "mm", "[hnsf'U]", ""),
                numbers.stream().map(WrittenNumber::ucum).toList());
    }
}
