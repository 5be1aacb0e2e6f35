package org.readingroom.viewer.returned;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;

/// Where a mark lies as objects of the archive can say it.
sealed interface MarkPlace {
    /// chosen: the desk puts marks into the plane of their frame to far less; what lies further off
    /// is of another.
    double IN_PLANE_MM = 0.01;

    /// On a frame. **Space:** shapes are in pixels, (0, 0) the centre of the first.
    record OnImage(SourceImage image, int frame, List<MarkShape> shapes) implements MarkPlace {
        public OnImage {
            shapes = List.copyOf(shapes);
        }
    }

    /// In the patient, on no frame. **Space:** patient.
    record InPatient(FrameOfReferenceUid frameOfReference, List<MarkShape> shapes) implements MarkPlace {
        public InPatient {
            shapes = List.copyOf(shapes);
        }
    }

    /// Nothing for a mark whose image is gone or has no such frame.
    static Optional<MarkPlace> of(Annotation annotation, SourceImages images) {
        List<MarkShape> shapes = MarkShape.of(annotation);
        return switch (annotation.placement()) {
            case Placement.OnFrame on ->
                images.find(on.frame().instance())
                        .filter(image -> image.frame(on.frame().frame()).isPresent())
                        .map(image -> new OnImage(image, on.frame().frame(), shapes));
            case Placement.InPatient in -> inPatient(in, shapes, images);
        };
    }

    private static Optional<MarkPlace> inPatient(Placement.InPatient in, List<MarkShape> shapes, SourceImages images) {
        FrameRef ref = in.frame();
        if (ref == null) {
            return Optional.of(new InPatient(in.frameOfReference(), shapes));
        }
        Optional<ImageFrame> frame = images.frame(ref);
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        ImagePlane plane = frame.get().plane();
        boolean isInPlane = plane != null && shapes.stream().allMatch(shape -> isIn(plane, shape));
        if (plane == null || !isInPlane) {
            return Optional.of(new InPatient(in.frameOfReference(), shapes));
        }
        return images.find(ref.instance())
                .map(image -> new OnImage(
                        image,
                        ref.frame(),
                        shapes.stream()
                                .map(shape -> shape.mapped(p -> toPixel(plane, p)))
                                .toList()));
    }

    private static boolean isIn(ImagePlane plane, MarkShape shape) {
        Vec3 first = shape.points().getFirst();
        return switch (shape.kind()) {
            case ELLIPSE ->
                isIn(plane, first)
                        && isIn(plane, first.plus(shape.points().get(1)))
                        && isIn(plane, first.plus(shape.points().get(2)));
            default -> shape.points().stream().allMatch(p -> isIn(plane, p));
        };
    }

    private static boolean isIn(ImagePlane plane, Vec3 pPatient) {
        return Math.abs(pPatient.minus(plane.position()).dot(plane.normal())) <= IN_PLANE_MM;
    }

    private static Vec3 toPixel(ImagePlane plane, Vec3 pPatient) {
        Vec3 from = pPatient.minus(plane.position());
        return new Vec3(
                from.dot(plane.rowDirection()) / plane.spacing().columnMm(),
                from.dot(plane.columnDirection()) / plane.spacing().rowMm(),
                0);
    }
}
