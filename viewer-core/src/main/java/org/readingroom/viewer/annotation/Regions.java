package org.readingroom.viewer.annotation;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.UltrasoundRegion;
import org.readingroom.viewer.geometry.Vec3;

/// Which ultrasound region a mark lies in.
///
/// It is one that holds the whole mark and measures alike wherever another lies over it: a box of colour flow within
/// tissue of the same scale changes nothing, two pictures side by side have no distance between them.
// [impl->req~annotation.ultrasound~1]
final class Regions {
    private Regions() {}

    /// Nothing when the mark leaves every region, or lies partly under one that measures otherwise.
    static Optional<UltrasoundRegion> of(Annotation annotation, ImageFrame frame) {
        List<Vec3> points = points(annotation);
        return frame.regions().stream()
                .filter(region -> points.stream().allMatch(point -> isMeasuredBy(region, point, frame.regions())))
                .findFirst();
    }

    /// True when no point of the mark lies in any region.
    static boolean isOutsideAll(Annotation annotation, ImageFrame frame) {
        return points(annotation).stream()
                .noneMatch(point -> frame.regions().stream().anyMatch(region -> region.contains(point)));
    }

    private static List<Vec3> points(Annotation annotation) {
        return Outlines.of(annotation).stream()
                .flatMap(chain -> chain.points().stream())
                .toList();
    }

    /// Where regions lie over each other those of high priority have the pixel; they must all measure as `region` does.
    private static boolean isMeasuredBy(UltrasoundRegion region, Vec3 point, List<UltrasoundRegion> regions) {
        List<UltrasoundRegion> here =
                regions.stream().filter(one -> one.contains(point)).toList();
        List<UltrasoundRegion> high =
                here.stream().filter(one -> !one.isLowPriority()).toList();
        return region.contains(point) && (high.isEmpty() ? here : high).stream().allMatch(region::measuresAs);
    }
}
