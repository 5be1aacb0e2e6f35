package org.readingroom.desktop.tools;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.viewport.ViewPlane;

/// Between the screen of one view and the space marks live in; and which marks belong on it.
// [impl->req~tools.shown-where-they-belong~1]
// [impl->req~tools.derived~1]
final class MarkSpace {
    /// chosen: planes that differ by less than 0.6 degrees are one plane to the eye.
    private static final double PARALLEL = 0.99995;

    /// chosen: a mark drawn on a reformat this close to a frame was drawn on the frame.
    private static final double SAME_PLACE_MM = 1e-3;

    private final ViewContext view;
    private double halfSpacing = -1;
    private @Nullable Set<FrameRef> frames;

    MarkSpace(ViewContext view) {
        this.view = view;
    }

    /// The study that a mark drawn on this view belongs to.
    StudyUid study() {
        return view.displaySet().study();
    }

    /// Where a mark drawn on this view now would live; nothing when the view shows no place for it, or pixels
    /// that were computed here: a number measured on those would be another one after a restart.
    Optional<Placement> placement() {
        DisplaySet set = view.displaySet();
        if (set.isDerived()) {
            return Optional.empty();
        }
        ImageFrame frame = view.frame().orElse(null);
        if (frame != null) {
            ImagePlane plane = frame.plane();
            FrameOfReferenceUid reference = frame.frameOfReference();
            return Optional.of(
                    plane == null || reference == null
                            ? new Placement.OnFrame(set.series(), frame.ref())
                            : new Placement.InPatient(
                                    set.series(), reference, plane.position(), plane.normal(), frame.ref()));
        }
        FrameOfReferenceUid reference = set.frames().getFirst().frameOfReference();
        boolean mayBeRead = view.volume().isInPatient() && view.volume().isComplete();
        if (reference == null || !mayBeRead) {
            return Optional.empty();
        }
        ViewPlane plane = view.viewPlane();
        return Optional.of(new Placement.InPatient(
                set.series(),
                reference,
                plane.centre(),
                plane.normal(),
                frameAt(plane.centre(), plane.normal()),
                set.frames().getFirst().ref()));
    }

    /// The frame whose plane is the given one, if any.
    private @Nullable FrameRef frameAt(Vec3 point, Vec3 normal) {
        for (ImageFrame frame : view.displaySet().frames()) {
            ImagePlane plane = frame.plane();
            if (plane != null
                    && Math.abs(plane.normal().dot(normal)) > PARALLEL
                    && Math.abs(point.minus(plane.position()).dot(normal)) < SAME_PLACE_MM) {
                return frame.ref();
            }
        }
        return null;
    }

    ViewContext view() {
        return view;
    }

    Vec3 toSpace(Placement placement, ScreenPoint at) {
        return switch (placement) {
            case Placement.InPatient in -> view.transform().screenToWorld(at.x(), at.y());
            case Placement.OnFrame on -> {
                Vec3 voxel = view.transform().screenToVoxel(at.x(), at.y());
                yield new Vec3(voxel.x(), voxel.y(), 0);
            }
        };
    }

    ScreenPoint toScreen(Placement placement, Vec3 p) {
        Vec3 screen = switch (placement) {
            case Placement.InPatient in -> view.transform().worldToScreen(p);
            case Placement.OnFrame on -> view.transform().voxelToScreen(p);
        };
        return new ScreenPoint(screen.x(), screen.y());
    }

    /// A plane in the patient and the frame of reference it lies in.
    record PlaneInPatient(FrameOfReferenceUid reference, Vec3 point, Vec3 normal) {}

    /// Where the picture lies; nothing when nobody knows, or when it was computed here.
    Optional<PlaneInPatient> planeInPatient() {
        ImageFrame frame = view.frame().orElse(view.displaySet().frames().getFirst());
        FrameOfReferenceUid reference = frame.frameOfReference();
        if (reference == null || view.displaySet().isDerived()) {
            return Optional.empty();
        }
        ImagePlane plane = frame.plane();
        if (view.frame().isPresent()) {
            return Optional.ofNullable(plane).map(p -> new PlaneInPatient(reference, p.position(), p.normal()));
        }
        ViewPlane cut = view.viewPlane();
        return view.volume().isInPatient()
                ? Optional.of(new PlaneInPatient(reference, cut.centre(), cut.normal()))
                : Optional.empty();
    }

    /// Vertical over horizontal size of a pixel of the frame on screen.
    double aspect() {
        return view.frame().map(frame -> frame.scale().aspect()).orElse(1.0);
    }

    /// Whether the picture is a projection, in which the values of a plane are not seen.
    boolean isSlab() {
        return view.slab().thicknessMm() > 0 && view.frame().isEmpty();
    }

    double width() {
        return view.transform().width();
    }

    double height() {
        return view.transform().height();
    }

    /// True when the mark lies in the slice on screen: on its own frame, or within half a slice of the cut.
    /// Never on a derived picture, whose pixels are not those that the mark's numbers come from.
    boolean shows(Annotation annotation) {
        if (view.displaySet().isDerived()
                || !annotation.placement().series().equals(view.displaySet().series())) {
            return false;
        }
        return liesHere(annotation.placement())
                // sets of one series may lie in one place (phases, b-values): an ellipse tells the values of its own
                // alone
                && !(annotation.measuresValues() && isOfAnotherSet(annotation.placement()));
    }

    private boolean liesHere(Placement placement) {
        ImageFrame frame = view.frame().orElse(null);
        return switch (placement) {
            case Placement.OnFrame on -> frame != null && frame.ref().equals(on.frame());
            case Placement.InPatient in -> frame == null ? showsOnCut(in) : showsOnFrame(in, frame);
        };
    }

    private boolean isOfAnotherSet(Placement placement) {
        return placement.displaySetFrame().filter(ref -> !isOfThisSet(ref)).isPresent();
    }

    private boolean isOfThisSet(FrameRef ref) {
        Set<FrameRef> known = frames;
        if (known == null) {
            known = new HashSet<>();
            for (ImageFrame frame : view.displaySet().frames()) {
                known.add(frame.ref());
            }
            frames = known;
        }
        return known.contains(ref);
    }

    /// The place is asked before the frames of the set: of a thousand marks, few lie in the slice.
    // [impl->req~tools.many-marks~1]
    private boolean showsOnFrame(Placement.InPatient in, ImageFrame frame) {
        if (frame.ref().equals(in.frame())) {
            return true;
        }
        ImagePlane plane = frame.plane();
        return plane != null
                && in.frameOfReference().equals(frame.frameOfReference())
                && Math.abs(plane.normal().dot(in.normal())) > PARALLEL
                && Math.abs(in.distance(plane.position())) <= halfSpacing(frame, plane) + SAME_PLACE_MM
                && in.referencedFrame().filter(this::isOfThisSet).isEmpty();
    }

    private boolean showsOnCut(Placement.InPatient in) {
        FrameOfReferenceUid reference = view.displaySet().frames().getFirst().frameOfReference();
        ViewPlane plane = view.viewPlane();
        Vec3 normal = plane.normal();
        if (!in.frameOfReference().equals(reference) || Math.abs(normal.dot(in.normal())) <= PARALLEL) {
            return false;
        }
        // one step of the wheel: the way along the normal that crosses one voxel
        Vec3 perMm = view.volume().worldToVoxel().applyToDirection(normal);
        double step = 1 / Math.max(Math.abs(perMm.x()), Math.max(Math.abs(perMm.y()), Math.abs(perMm.z())));
        double half = Math.max(step, view.slab().thicknessMm()) / 2;
        return Math.abs(in.distance(plane.centre())) <= half + SAME_PLACE_MM;
    }

    /// Half the way to the nearest other frame, or half the slice thickness when there is none.
    private double halfSpacing(ImageFrame frame, ImagePlane plane) {
        if (halfSpacing < 0) {
            halfSpacing = spacing(frame, plane) / 2;
        }
        return halfSpacing;
    }

    @SuppressWarnings("ReferenceEquality") // the frame itself, not one like it
    private double spacing(ImageFrame frame, ImagePlane plane) {
        return view.displaySet().frames().stream()
                .filter(other -> other != frame && other.plane() != null)
                .mapToDouble(other -> Math.abs(java.util.Objects.requireNonNull(other.plane())
                        .position()
                        .minus(plane.position())
                        .dot(plane.normal())))
                .filter(distance -> distance > SAME_PLACE_MM)
                .min()
                .orElse(Math.max(frame.facts().sliceThicknessMm(), 2 * SAME_PLACE_MM));
    }
}
