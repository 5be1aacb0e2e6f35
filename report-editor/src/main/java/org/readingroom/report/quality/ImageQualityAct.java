package org.readingroom.report.quality;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.readingroom.report.model.ReportLanguage;

/// Something somebody did about the quality of a study's images; it never changes, and another stands for what holds.
///
/// `grade` is the one given, or for [Kind#RETURNED] the one that the return rests on. `words` are a remark, or the
/// reason of a return. `rulesVersion` names the rule file that held.
public record ImageQualityAct(
        UUID id,
        Kind kind,
        Instant at,
        String userId,
        String name,
        ImageGrade grade,
        List<ImageDefect> defects,
        String words,
        JudgedImages images,
        String rulesVersion) {
    /// What can be done.
    public enum Kind {
        GRADED,
        /// The images went back to whoever made them.
        RETURNED
    }

    public ImageQualityAct {
        defects = List.copyOf(defects);
        Set<String> ids = new HashSet<>();
        for (ImageDefect defect : defects) {
            if (!ids.add(defect.id())) {
                throw new IllegalArgumentException("the same defect twice: " + defect.id());
            }
        }
        if (userId.isBlank() || rulesVersion.isBlank()) {
            throw new IllegalArgumentException("images judged by nobody, or by no rules");
        }
        if (kind == Kind.RETURNED && words.isBlank()) {
            throw new IllegalArgumentException("images went back without a reason");
        }
    }

    /// What is wrong with them, in one line.
    public String defectNames(ReportLanguage language) {
        String between = language == ReportLanguage.CHINESE ? "、" : ", ";
        return defects.stream().map(defect -> defect.name(language)).collect(Collectors.joining(between));
    }
}
