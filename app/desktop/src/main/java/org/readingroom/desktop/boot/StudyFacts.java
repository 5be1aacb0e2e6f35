package org.readingroom.desktop.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.model.Series;

/// What the list of a study's series tells the checks.
///
/// Numbers of images are left open: Instance Numbers may begin anywhere, and frames have none. Contrast is known to be
/// given where a series says so in its name, and else unknown.
// [impl->req~report.check.facts~1]
final class StudyFacts {
    private static final Pattern ENHANCED = Pattern.compile(
            "增强|动脉期|门脉期|静脉期|延迟期|\\bC\\+|\\+C\\b|\\bCE\\b|\\bpost[ -]?(?:contrast|gd)|\\b(?:arterial|portal|venous) phase",
            Pattern.CASE_INSENSITIVE);

    private StudyFacts() {}

    static ImageFacts of(List<Series> series) {
        Map<Integer, Integer> numbers = new HashMap<>();
        series.forEach(one -> numbers.put(one.number(), Integer.MAX_VALUE));
        boolean isEnhanced = series.stream()
                .anyMatch(one -> ENHANCED.matcher(one.description()).find());
        return new ImageFacts(
                laterality(series),
                isEnhanced ? ImageFacts.Contrast.GIVEN : ImageFacts.Contrast.UNKNOWN,
                numbers,
                Map.of());
    }

    private static Side laterality(List<Series> series) {
        List<String> sides = series.stream().map(Series::laterality).distinct().toList();
        if (sides.equals(List.of("L"))) {
            return Side.LEFT;
        }
        return sides.equals(List.of("R")) ? Side.RIGHT : Side.NONE;
    }
}
