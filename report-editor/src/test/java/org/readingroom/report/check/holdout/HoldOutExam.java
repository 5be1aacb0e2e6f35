package org.readingroom.report.check.holdout;

import java.util.List;
import java.util.Set;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.model.ReportLanguage;

/// One kind of examination, with all that may be said of it. `sexes` holds M, F or both.
record HoldOutExam(
        ReportLanguage language,
        char half,
        Set<String> tags,
        String modality,
        String bodyPart,
        String sexes,
        int youngest,
        int oldest,
        ImageFacts.Contrast contrast,
        String request,
        String technique,
        String nothing,
        List<Line> lines) {
    HoldOutExam {
        tags = Set.copyOf(tags);
        lines = List.copyOf(lines);
    }

    boolean isSided() {
        return tags.contains("sided");
    }

    boolean isChinese() {
        return language == ReportLanguage.CHINESE;
    }

    /// What one line may say; `NORMAL` gives way to a `FINDING` of the same key, an `ASIDE` is never concluded.
    record Line(Kind kind, String key, String history, String findings, String impression) {
        enum Kind {
            NORMAL,
            FINDING,
            ASIDE
        }
    }
}
