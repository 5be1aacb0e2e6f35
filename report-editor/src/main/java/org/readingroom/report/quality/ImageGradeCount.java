package org.readingroom.report.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How often a grade was given to images of a modality.
public record ImageGradeCount(String modality, ImageGrade grade, long count) {
    private record Kind(String modality, ImageGrade grade) {}

    /// **Order:** by modality, then the best grade first; a grade nobody gave is left out.
    // [impl->req~report.image-quality.counts~1]
    public static List<ImageGradeCount> of(List<GradedImages> images) {
        Map<Kind, Long> counts = images.stream()
                .collect(Collectors.groupingBy(each -> new Kind(each.modality(), each.grade()), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new ImageGradeCount(
                        entry.getKey().modality(), entry.getKey().grade(), entry.getValue()))
                .sorted(Comparator.comparing(ImageGradeCount::modality).thenComparing(ImageGradeCount::grade))
                .toList();
    }
}
