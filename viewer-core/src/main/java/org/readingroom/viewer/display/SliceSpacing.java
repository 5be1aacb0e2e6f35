package org.readingroom.viewer.display;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

/// How far apart the slices of a display set lie.
public final class SliceSpacing {
    /// chosen: slices nearer than this are at one place.
    private static final double SAME_PLACE_MM = 0.01;

    private SliceSpacing() {}

    /// The distance along their normal that most neighbours have, the median; nothing without places of at least
    /// two.
    ///
    /// **Units:** millimetres.
    public static OptionalDouble mm(DisplaySet set) {
        List<ImagePlane> planes = set.frames().stream()
                .map(ImageFrame::plane)
                .filter(Objects::nonNull)
                .toList();
        if (planes.size() < 2) {
            return OptionalDouble.empty();
        }
        Vec3 normal = planes.getFirst().normal();
        double[] places = planes.stream()
                .mapToDouble(plane -> plane.position().dot(normal))
                .sorted()
                .toArray();
        double[] steps = IntStream.range(1, places.length)
                .mapToDouble(i -> places[i] - places[i - 1])
                .filter(step -> step > SAME_PLACE_MM)
                .sorted()
                .toArray();
        return steps.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(steps[steps.length / 2]);
    }
}
