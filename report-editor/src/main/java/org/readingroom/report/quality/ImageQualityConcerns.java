package org.readingroom.report.quality;

import java.util.List;
import java.util.Optional;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;

/// What the quality of its images says against signing a report.
// [impl->req~report.image-quality.signing~1]
public final class ImageQualityConcerns {
    /// No diagnosis may rest on the images.
    public static final String REJECTED = "image.rejected";

    /// Nobody judged them.
    public static final String UNGRADED = "image.ungraded";

    private ImageQualityConcerns() {}

    /// `quality` is that of the report's study. An empty report is not held against anybody.
    public static List<CheckResult> of(Report report, ImageQuality quality, ImageQualityRules rules) {
        Optional<ImageQualityAct> grading = quality.grading();
        if (grading.isPresent()) {
            return quality.isStopped(rules) ? List.of(result(REJECTED, CheckSeverity.BLOCKING)) : List.of();
        }
        boolean isEmpty = report.section(SectionKind.FINDINGS).isBlank()
                && report.section(SectionKind.IMPRESSION).isBlank();
        CheckSeverity weight = rules.ungraded();
        return weight == null || isEmpty ? List.of() : List.of(result(UNGRADED, weight));
    }

    /// Nobody can say how the images were judged.
    public static CheckResult unreadable() {
        return new CheckResult(
                REJECTED, CheckSeverity.BLOCKING, "report.image-quality.unreadable", List.of(), null, null);
    }

    private static CheckResult result(String id, CheckSeverity severity) {
        return new CheckResult(id, severity, "report.check." + id, List.of(), null, null);
    }
}
