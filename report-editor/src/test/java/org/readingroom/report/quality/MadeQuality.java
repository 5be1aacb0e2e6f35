package org.readingroom.report.quality;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.readingroom.viewer.model.StudyUid;

/// Acts on invented images.
final class MadeQuality {
    static final ImageDefect MOTION = new ImageDefect("motion", "运动伪影", "Motion of the patient");

    private MadeQuality() {}

    static JudgedImages images(String modality, int count) {
        return new JudgedImages(new StudyUid("2.25.7"), modality, Set.of(modality), count);
    }

    static ImageQualityAct graded(ImageGrade grade, String at) {
        List<ImageDefect> defects = grade == ImageGrade.A ? List.of() : List.of(MOTION);
        return act(ImageQualityAct.Kind.GRADED, grade, at, defects, "");
    }

    static ImageQualityAct returned(ImageGrade grade, String at) {
        return act(ImageQualityAct.Kind.RETURNED, grade, at, List.of(), "请重做");
    }

    static ImageQualityAct act(
            ImageQualityAct.Kind kind, ImageGrade grade, String at, List<ImageDefect> defects, String words) {
        return new ImageQualityAct(
                UUID.nameUUIDFromBytes(at.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                kind,
                Instant.parse(at),
                "u1",
                "测试医师",
                grade,
                defects,
                words,
                images("CT", 24),
                "image-quality-2026.1");
    }
}
