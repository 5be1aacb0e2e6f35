package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.quality.ImageDefect;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityAct;
import org.readingroom.report.quality.ImageQualityAct.Kind;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.viewer.model.StudyUid;

/// Graded at 12:00 UTC, which is 20:00 in Shanghai.
// [utest->req~report.image-quality.in-course~1]
class QualityLineTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final ImageDefect MOTION = new ImageDefect("motion", "运动伪影", "Motion of the patient");
    private static final ImageQualityAct FAIR = act(Kind.GRADED, ImageGrade.C, List.of(MOTION), "");
    private static final ImageQualityAct WASTE = act(Kind.GRADED, ImageGrade.D, List.of(MOTION), "");

    private static ImageQualityAct act(Kind kind, ImageGrade grade, List<ImageDefect> defects, String words) {
        return new ImageQualityAct(
                new UUID(0, 1),
                kind,
                Instant.parse("2026-03-02T12:00:00Z"),
                "u1",
                "演示技师",
                grade,
                defects,
                words,
                new JudgedImages(new StudyUid("2.25.1"), "CT", Set.of("CT"), 3),
                "image-quality-1");
    }

    private static String said(Words words, ImageQualityAct... acts) {
        return QualityLine.of(new ImageQuality(List.of(acts)), words, SHANGHAI);
    }

    @Test
    void theGradeThatHoldsStandsWithItsDefectsPersonAndTime() {
        assertEquals("影像质量：尚未评定", said(CHINESE));
        assertEquals("Images: not graded", said(ENGLISH));
        assertEquals("影像质量：丙 · 运动伪影（演示技师，2026-03-02 20:00）", said(CHINESE, FAIR));
        assertEquals("影像质量：丁 · 运动伪影（演示技师，2026-03-02 20:00）", said(CHINESE, FAIR, WASTE));
        ImageQualityAct back = act(Kind.RETURNED, ImageGrade.D, List.of(), "请重做");
        assertEquals("影像质量：丁 · 运动伪影（演示技师，2026-03-02 20:00），已退回技师", said(CHINESE, WASTE, back));
        assertEquals("影像质量：丙 · 运动伪影（演示技师，2026-03-02 20:00）", said(CHINESE, WASTE, back, FAIR));
    }
}
