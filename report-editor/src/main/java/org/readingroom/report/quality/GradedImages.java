package org.readingroom.report.quality;

import java.time.Instant;

/// A grade that counts: of which modality, and when it was given. It names no patient and no reader.
public record GradedImages(String modality, ImageGrade grade, Instant at) {
    public static GradedImages of(ImageQualityAct act) {
        return new GradedImages(act.images().modality(), act.grade(), act.at());
    }
}
