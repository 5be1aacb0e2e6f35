package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;

/// The vertebrae that are named in one frame of reference, and what they say about a plane anywhere in it.
///
/// **Order:** from above down.
/// **Space:** patient.
// [impl->req~annotation.spine~1]
public record SpineColumn(List<Named> vertebrae) {
    /// chosen: half the width of a lumbar vertebra, so that a name is seen on every slice along the spine
    /// that cuts it.
    private static final double HALF_WIDTH_MM = 20;

    /// chosen: half of a lumbar vertebra and its disc, where no neighbour is named.
    private static final double HALF_GAP_MM = 18;

    /// chosen: this part of the way to the next middle is bone, the rest is disc: 28 of 37 mm in the lumbar
    /// spine.
    private static final double BONE = 0.38;

    /// chosen: a plane turned further than this against the spine lies across it.
    private static final double ACROSS = Math.cos(Math.toRadians(45));

    /// One vertebra: the mark that names it and its middle.
    public record Named(Annotation.Figure mark, SpineLevel level, Vec3 at) {}

    public SpineColumn {
        vertebrae = List.copyOf(vertebrae);
    }

    public static SpineColumn of(List<Annotation> annotations, FrameOfReferenceUid reference) {
        List<Named> named = new ArrayList<>();
        for (Annotation annotation : annotations) {
            if (annotation instanceof Annotation.Figure figure
                    && figure.kind() == FigureKind.SPINE_LABEL
                    && figure.placement() instanceof Placement.InPatient in
                    && in.frameOfReference().equals(reference)) {
                SpineLevel.of(figure.label())
                        .ifPresent(level -> named.add(
                                new Named(figure, level, figure.points().getFirst())));
            }
        }
        named.sort(Comparator.comparing(Named::level));
        return new SpineColumn(named);
    }

    /// What a mark of the column is called on the plane through `point`: its name, that of a disc beside it,
    /// or nothing where it does not belong.
    ///
    /// Along the spine a name is seen as far as a vertebra is wide. Across it the nearest one is, as far as
    /// half the way to its neighbours; between the bones it is the disc.
    public Optional<String> nameOn(Annotation.Figure mark, Vec3 point, Vec3 normal) {
        int index = -1;
        for (int i = 0; i < vertebrae.size(); i++) {
            if (vertebrae.get(i).mark().equals(mark)) {
                index = i;
            }
        }
        if (index < 0) {
            return Optional.empty();
        }
        Named one = vertebrae.get(index);
        double distance = point.minus(one.at()).dot(normal);
        if (Math.abs(direction(index).dot(normal)) < ACROSS) {
            return Math.abs(distance) <= HALF_WIDTH_MM ? Optional.of(one.level().name()) : Optional.empty();
        }
        return across(index, point, normal);
    }

    private Optional<String> across(int index, Vec3 point, Vec3 normal) {
        Named one = vertebrae.get(index);
        // down the spine, along the normal
        double down = direction(index).dot(normal) >= 0 ? 1 : -1;
        double distance = down * point.minus(one.at()).dot(normal);
        boolean isBelow = distance > 0;
        Named other = neighbour(index, isBelow);
        double half =
                other != null ? Math.abs(other.at().minus(one.at()).dot(normal)) / 2 : halfGap(index, normal, isBelow);
        if (Math.abs(distance) > half) {
            return Optional.empty();
        }
        if (Math.abs(distance) <= 2 * BONE * half) {
            return Optional.of(one.level().name());
        }
        Optional<SpineLevel> beside = other != null
                ? Optional.of(other.level())
                : isBelow ? one.level().below() : one.level().above();
        return Optional.of(beside.map(next -> isBelow ? one.level() + "/" + next : next + "/" + one.level())
                .orElse(one.level().name()));
    }

    /// The next one named below or above; null when there is none, or one between is not named.
    private @org.jspecify.annotations.Nullable Named neighbour(int index, boolean isBelow) {
        int at = index + (isBelow ? 1 : -1);
        if (at < 0 || at >= vertebrae.size()) {
            return null;
        }
        SpineLevel from = vertebrae.get(index).level();
        SpineLevel to = vertebrae.get(at).level();
        return Math.abs(from.stepsTo(to)) == 1 ? vertebrae.get(at) : null;
    }

    private double halfGap(int index, Vec3 normal, boolean isBelow) {
        Named other = neighbour(index, !isBelow);
        return other == null
                ? HALF_GAP_MM
                : Math.abs(other.at().minus(vertebrae.get(index).at()).dot(normal)) / 2;
    }

    /// Down the spine at one of its vertebrae; down the patient when it is the only one.
    private Vec3 direction(int index) {
        Vec3 from = vertebrae.get(Math.max(0, index - 1)).at();
        Vec3 to = vertebrae.get(Math.min(vertebrae.size() - 1, index + 1)).at();
        Vec3 way = to.minus(from);
        return way.length() > 0 ? way.unit() : new Vec3(0, 0, -1);
    }
}
