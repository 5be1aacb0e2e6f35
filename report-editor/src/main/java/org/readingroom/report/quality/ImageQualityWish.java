package org.readingroom.report.quality;

import java.util.List;
import org.readingroom.report.quality.ImageQualityAct.Kind;

/// What somebody wants to do about the quality of images; `defects` are ids of the rule file.
public record ImageQualityWish(Kind kind, ImageGrade grade, List<String> defects, String words) {
    public ImageQualityWish {
        defects = defects.stream().distinct().toList();
        words = words.strip();
    }

    public static ImageQualityWish grade(ImageGrade grade, List<String> defects, String words) {
        return new ImageQualityWish(Kind.GRADED, grade, defects, words);
    }

    /// Images of `grade` go back to whoever made them.
    public static ImageQualityWish giveBack(ImageGrade grade, String reason) {
        return new ImageQualityWish(Kind.RETURNED, grade, List.of(), reason);
    }
}
