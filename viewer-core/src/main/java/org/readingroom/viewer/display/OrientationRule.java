package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

/// Planes of different orientation, or of different frames of reference, apart; frames without a plane too.
///
/// The case: three-plane MR scouts, radial acquisitions, and series continued after the patient was moved.
final class OrientationRule implements DisplaySetRule {
    /// chosen: cosine of about 0.8 degrees; real parallel slices agree far better, radial ones differ by more.
    private static final double PARALLEL = 0.9999;

    /// chosen: cosine of 20 degrees; beyond that the name would mislead.
    private static final double NAMED = 0.94;

    @Override
    public String name() {
        return "orientation";
    }

    @Override
    public List<List<FrameEntry>> separate(List<FrameEntry> entries) {
        List<List<FrameEntry>> groups = new ArrayList<>();
        for (FrameEntry entry : entries) {
            groups.stream()
                    .filter(group -> belongs(group.getFirst().frame(), entry.frame()))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(entry);
        }
        return groups;
    }

    private static boolean belongs(ImageFrame a, ImageFrame b) {
        return isParallel(a.plane(), b.plane()) && Objects.equals(a.frameOfReference(), b.frameOfReference());
    }

    private static boolean isParallel(@Nullable ImagePlane a, @Nullable ImagePlane b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.rowDirection().dot(b.rowDirection()) > PARALLEL
                && a.columnDirection().dot(b.columnDirection()) > PARALLEL;
    }

    @Override
    public Optional<SplitLabel> label(List<FrameEntry> part) {
        ImagePlane plane = part.getFirst().frame().plane();
        return plane == null ? Optional.empty() : Optional.of(SplitLabel.of("orientation." + plane(plane)));
    }

    /// The plane of the patient that the normal is closest to; oblique beyond 20 degrees.
    private static String plane(ImagePlane plane) {
        Vec3 normal = plane.normal();
        if (Math.abs(normal.z()) > NAMED) {
            return "axial";
        }
        return Math.abs(normal.y()) > NAMED ? "coronal" : Math.abs(normal.x()) > NAMED ? "sagittal" : "oblique";
    }
}
