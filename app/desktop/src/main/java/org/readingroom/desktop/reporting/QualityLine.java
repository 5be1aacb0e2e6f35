package org.readingroom.desktop.reporting;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityAct;

/// The quality of the images that a report rests on, in one line of its course: the grade that holds, what is wrong
/// with them, who graded them and when, and whether they went back.
// [impl->req~report.image-quality.in-course~1]
public final class QualityLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private QualityLine() {}

    /// Of `quality`, with times of `zone`.
    public static String of(ImageQuality quality, Words words, ZoneId zone) {
        Optional<ImageQualityAct> grading = quality.grading();
        if (grading.isEmpty()) {
            return words.get("desktop.stage.quality-none");
        }
        ImageQualityAct act = grading.get();
        ReportLanguage language = ReportLanguage.of(words.locale());
        String defects = act.defectNames(language);
        String grade = act.grade().name(language);
        return words.get(
                quality.isReturned() ? "desktop.stage.quality-returned" : "desktop.stage.quality",
                defects.isEmpty() ? grade : grade + " · " + defects,
                act.name(),
                TIME.format(act.at().atZone(zone)));
    }
}
