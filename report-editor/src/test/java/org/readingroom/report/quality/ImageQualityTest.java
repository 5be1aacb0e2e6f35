package org.readingroom.report.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.report.quality.MadeQuality.graded;
import static org.readingroom.report.quality.MadeQuality.returned;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportFormatException;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.testing.SampleReports;

class ImageQualityTest {
    private static final ImageQualityRules RULES = ImageQualityRules.shipped();
    private static final ImageQualityAct D = graded(ImageGrade.D, "2026-03-02T09:00:00Z");
    private static final ImageQualityAct BACK = returned(ImageGrade.D, "2026-03-02T09:01:00Z");
    private static final ImageQualityAct A = graded(ImageGrade.A, "2026-03-02T10:00:00Z");

    // [utest->req~report.image-quality.course~1]
    @Test
    void theLastGradeHoldsAndAnswersAReturn() {
        ImageQuality quality = ImageQuality.NONE;
        assertEquals(Optional.empty(), quality.grading());
        assertFalse(quality.isStopped(RULES), "what nobody judged stops nothing");
        quality = quality.with(D);
        assertTrue(quality.isStopped(RULES) && !quality.isReturned());
        quality = quality.with(BACK);
        assertEquals(Optional.of(BACK), quality.returned());
        assertEquals(Optional.of(D), quality.grading());
        assertTrue(quality.isStopped(RULES));
        assertTrue(quality.isOfOthers(25), "one more image came");
        assertFalse(quality.isOfOthers(24));
        quality = quality.with(A);
        assertFalse(quality.isStopped(RULES));
        assertFalse(quality.isReturned());
        assertEquals(List.of(D, BACK, A), quality.acts(), "the older ones stay");
    }

    @Test
    void nonsenseIsNoAct() {
        assertThrows(IllegalArgumentException.class, () -> new ImageQuality(List.of(BACK)));
        assertThrows(IllegalArgumentException.class, () -> MadeQuality.images("CT", 0));
        assertThrows(IllegalArgumentException.class, () -> new ImageDefect("motion", " ", "Motion"));
        assertThrows(
                IllegalArgumentException.class,
                () -> MadeQuality.act(
                        ImageQualityAct.Kind.RETURNED, ImageGrade.D, "2026-03-02T09:00:00Z", List.of(), " "));
        assertThrows(
                IllegalArgumentException.class,
                () -> MadeQuality.act(
                        ImageQualityAct.Kind.GRADED,
                        ImageGrade.D,
                        "2026-03-02T09:00:00Z",
                        List.of(MadeQuality.MOTION, MadeQuality.MOTION),
                        ""));
    }

    // [utest->req~report.image-quality.counts~1]
    @Test
    void aSlipDoesNotCountAndWasteDoes() {
        ImageQualityAct slip = graded(ImageGrade.C, "2026-03-02T08:00:00Z");
        ImageQuality repeated = new ImageQuality(List.of(slip, D, BACK, A));
        assertEquals(List.of(D, A), repeated.counted());
        assertEquals(List.of(A), new ImageQuality(List.of(slip, D, A)).counted());
        assertEquals(List.of(), ImageQuality.NONE.counted());
        List<GradedImages> images = List.of(
                new GradedImages("MR", ImageGrade.D, D.at()),
                new GradedImages("CT", ImageGrade.B, D.at()),
                new GradedImages("CT", ImageGrade.A, D.at()),
                new GradedImages("CT", ImageGrade.B, A.at()));
        assertEquals(
                List.of(
                        new ImageGradeCount("CT", ImageGrade.A, 1),
                        new ImageGradeCount("CT", ImageGrade.B, 2),
                        new ImageGradeCount("MR", ImageGrade.D, 1)),
                ImageGradeCount.of(images));
    }

    // [utest->req~report.image-quality.kept~1]
    @Test
    void anActIsReadAsItWasWrittenAndNoiseIsNot() throws Exception {
        for (ImageQualityAct act : List.of(D, BACK, A)) {
            assertEquals(act, ImageQualityJson.read(ImageQualityJson.write(act)));
        }
        String good = new String(ImageQualityJson.write(D), StandardCharsets.UTF_8);
        for (String broken : List.of(
                "",
                "null",
                good.replace("act/1", "act/9"),
                good.replace("\"D\"", "\"E\""),
                good.replace("\"images\":24", "\"images\":0"),
                good.replace("2026-03-02T", "yesterday"))) {
            assertFalse(broken.equals(good), "nothing was broken");
            ReportFormatException fault = assertThrows(
                    ReportFormatException.class,
                    () -> ImageQualityJson.read(broken.getBytes(StandardCharsets.UTF_8)),
                    broken);
            assertFalse(String.valueOf(fault.getMessage()).contains("医师"), "a name in the words of a fault");
        }
    }

    // [utest->req~report.image-quality.signing~1]
    @Test
    void rejectedImagesStopAReportAndUngradedOnesWarnOnceSomethingIsWritten() {
        Report report = SampleReports.chestCt();
        CheckResult stop = ImageQualityConcerns.of(report, new ImageQuality(List.of(D)), RULES)
                .getFirst();
        assertEquals(CheckSeverity.BLOCKING, stop.severity());
        assertEquals(ImageQualityConcerns.REJECTED, stop.checkId());
        assertEquals("丁", ImageGrade.D.name(ReportLanguage.CHINESE));
        assertEquals(List.of(), ImageQualityConcerns.of(report, new ImageQuality(List.of(D, BACK, A)), RULES));
        assertEquals(
                List.of(CheckSeverity.WARNING),
                ImageQualityConcerns.of(report, ImageQuality.NONE, RULES).stream()
                        .map(CheckResult::severity)
                        .toList());
        Report empty = Report.blank(report.study(), ReportLanguage.CHINESE);
        assertEquals(List.of(), ImageQualityConcerns.of(empty, ImageQuality.NONE, RULES));
        assertEquals(CheckSeverity.BLOCKING, ImageQualityConcerns.unreadable().severity());
    }
}
