package org.readingroom.viewer.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelPadding;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

/// Frames and annotations for tests.
final class Marks {
    static final SeriesUid SERIES = new SeriesUid("2.25.2");
    static final FrameOfReferenceUid REFERENCE = new FrameOfReferenceUid("2.25.3");
    static final FrameRef FRAME = new FrameRef(new SopInstanceUid("2.25.4"), 0);

    /// A value for every pixel of a made-up frame.
    interface Formula {
        int at(int column, int row);
    }

    private Marks() {}

    static ImageFrame frame(
            int columns, int rows, PixelScale scale, @Nullable ImagePlane plane, @Nullable PixelPadding padding) {
        return new ImageFrame(
                FRAME,
                format(columns, rows),
                plane,
                plane == null ? null : REFERENCE,
                scale,
                new ModalityLut.Linear(2, -1000, ValueUnit.HOUNSFIELD),
                List.of(),
                false,
                padding,
                null,
                List.of(),
                FrameFacts.NONE);
    }

    static ImageFrame placed(int columns, int rows, ImagePlane plane) {
        return frame(
                columns, rows, new PixelScale.Millimetres(plane.spacing(), PixelScale.Source.PATIENT), plane, null);
    }

    static ImagePlane axial(double rowMm, double columnMm) {
        return new ImagePlane(
                new Vec3(-30, -40, 50), new Vec3(1, 0, 0), new Vec3(0, 1, 0), new PixelSpacing(rowMm, columnMm));
    }

    static StoredPixels pixels(int columns, int rows, Formula formula) {
        byte[] bytes = new byte[2 * columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int value = formula.at(column, row);
                int at = 2 * (row * columns + column);
                bytes[at] = (byte) value;
                bytes[at + 1] = (byte) (value >> 8);
            }
        }
        return new StoredPixels(format(columns, rows), bytes);
    }

    static Placement.InPatient in(ImagePlane plane) {
        return new Placement.InPatient(SERIES, REFERENCE, plane.position(), plane.normal(), FRAME);
    }

    static Placement.OnFrame on() {
        return new Placement.OnFrame(SERIES, FRAME);
    }

    static Annotation.Length length(Placement placement, Vec3 start, Vec3 end) {
        return new Annotation.Length(new AnnotationId("length"), placement, start, end, "");
    }

    static Annotation.Angle angle(Placement placement, Vec3 first, Vec3 vertex, Vec3 second) {
        return new Annotation.Angle(new AnnotationId("angle"), placement, first, vertex, second, "");
    }

    static Annotation.Ellipse ellipse(Placement placement, Vec3 center, Vec3 a, Vec3 b) {
        return new Annotation.Ellipse(new AnnotationId("ellipse"), placement, center, a, b, "");
    }

    private static PixelFormat format(int columns, int rows) {
        return new PixelFormat(rows, columns, 1, 16, 16, 15, true, "MONOCHROME2", 0);
    }
}
