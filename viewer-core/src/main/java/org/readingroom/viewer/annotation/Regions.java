package org.readingroom.viewer.annotation;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.UltrasoundRegion;
import org.readingroom.viewer.geometry.Vec3;

/// Which ultrasound region a mark lies in.
// [impl->req~annotation.ultrasound~1]
final class Regions {
    private Regions() {}

    /// The one region that every point of the mark belongs to; nothing when they belong to several or to none.
    static Optional<UltrasoundRegion> of(Annotation annotation, ImageFrame frame) {
        Optional<UltrasoundRegion> found = Optional.empty();
        for (Chain chain : Outlines.of(annotation)) {
            for (Vec3 point : chain.points()) {
                Optional<UltrasoundRegion> here = at(point, frame.regions());
                if (here.isEmpty() || found.isPresent() && !found.equals(here)) {
                    return Optional.empty();
                }
                found = here;
            }
        }
        return found;
    }

    /// True when no point of the mark lies in any region.
    static boolean isOutsideAll(Annotation annotation, ImageFrame frame) {
        return Outlines.of(annotation).stream()
                .flatMap(chain -> chain.points().stream())
                .noneMatch(point -> frame.regions().stream().anyMatch(region -> region.contains(point)));
    }

    /// Where regions lie over each other the one of high priority has the pixel; two of them with units of their own
    /// leave it to nobody.
    private static Optional<UltrasoundRegion> at(Vec3 point, List<UltrasoundRegion> regions) {
        List<UltrasoundRegion> here =
                regions.stream().filter(region -> region.contains(point)).toList();
        List<UltrasoundRegion> high =
                here.stream().filter(region -> !region.isLowPriority()).toList();
        List<UltrasoundRegion> owners = high.isEmpty() ? here : high;
        boolean isOne = owners.stream()
                        .map(region -> List.of(region.x(), region.y(), region.spatialFormat()))
                        .distinct()
                        .count()
                == 1;
        return isOne ? Optional.of(owners.getFirst()) : Optional.empty();
    }
}
