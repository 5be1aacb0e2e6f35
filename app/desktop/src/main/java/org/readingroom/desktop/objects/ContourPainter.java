package org.readingroom.desktop.objects;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.structure.Contour;
import org.readingroom.viewer.structure.ContourCut;

/// Draws points and open contours of structures as far as they lie in the slice, the cut or the slab
/// of a view.
///
/// **Thread:** FX.
// [impl->req~structure.lines~1]
final class ContourPainter {
    private static final Color HALO = Color.rgb(0, 0, 0, 0.75);
    /// chosen: half the length of the cross of a point, in pixels of the view.
    private static final double ARM = 6;

    private ContourPainter() {}

    static void paint(GraphicsContext canvas, ViewContext view, List<Region> regions) {
        Vec3 normal = view.viewPlane().normal().unit();
        double half = halfMm(view, normal);
        for (Region region : regions) {
            Color colour = Color.rgb(region.rgb() >> 16 & 0xFF, region.rgb() >> 8 & 0xFF, region.rgb() & 0xFF);
            for (Contour contour : region.lines()) {
                for (List<Vec3> line :
                        ContourCut.within(contour, view.viewPlane().centre(), normal, half)) {
                    List<Vec3> onScreen =
                            line.stream().map(view.transform()::worldToScreen).toList();
                    stroke(canvas, onScreen, HALO, 4);
                    stroke(canvas, onScreen, colour, 2);
                }
            }
        }
    }

    /// What a view stands for along its normal: the distance of neighbouring slices or their
    /// thickness, the slab of a cut, and at least a voxel.
    static double halfMm(ViewContext view, Vec3 normal) {
        double thick = view.slab().thicknessMm();
        AffineMap map = view.volume().voxelToWorld();
        if (view.frame().isPresent()) {
            ImageFrame frame = view.frame().get();
            thick = Math.max(
                    frame.facts().sliceThicknessMm(), gapMm(view.displaySet().frames(), normal));
        } else {
            double voxel = Math.abs(map.x().dot(normal))
                    + Math.abs(map.y().dot(normal))
                    + Math.abs(map.z().dot(normal));
            thick = Math.max(thick, voxel);
        }
        // chosen: a frame of unknown thickness stands for a millimetre
        return (thick > 0 ? thick : 1) / 2;
    }

    /// The distance of the first two frames of a set along the normal.
    private static double gapMm(List<ImageFrame> frames, Vec3 normal) {
        ImagePlane first = frames.getFirst().plane();
        ImagePlane second = frames.size() > 1 ? frames.get(1).plane() : null;
        return first == null || second == null
                ? 0
                : Math.abs(second.position().minus(first.position()).dot(normal));
    }

    private static void stroke(GraphicsContext canvas, List<Vec3> line, Color colour, double width) {
        canvas.setStroke(colour);
        canvas.setLineWidth(width);
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        if (line.size() == 1) {
            Vec3 at = line.getFirst();
            canvas.strokeLine(at.x() - ARM, at.y(), at.x() + ARM, at.y());
            canvas.strokeLine(at.x(), at.y() - ARM, at.x(), at.y() + ARM);
            return;
        }
        canvas.strokePolyline(
                line.stream().mapToDouble(Vec3::x).toArray(),
                line.stream().mapToDouble(Vec3::y).toArray(),
                line.size());
    }
}
