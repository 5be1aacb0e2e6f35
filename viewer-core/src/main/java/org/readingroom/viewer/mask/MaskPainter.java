package org.readingroom.viewer.mask;

import java.util.List;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;

/// Draws regions over any plane of the patient: a slice of their own stack, another stack, a reformat.
///
/// **Thread:** any but `fx`.
// [impl->req~mask.overlay~1]
public final class MaskPainter {
    /// chosen: an edge lies where a pixel belongs for the greater part.
    private static final int HALF = 128;

    private MaskPainter() {}

    /// The layers over each other, the first lowest.
    ///
    /// **Shape:** `height × width`, row-major, 0xAARRGGBB with colours multiplied by alpha.
    /// **Space:** `screenToPatient` maps the centres of picture elements (x, y, 0).
    public static int[] paint(List<MaskLayer> layers, AffineMap screenToPatient, int width, int height) {
        int[] picture = new int[Math.multiplyExact(width, height)];
        byte[] coverage = new byte[picture.length];
        for (MaskLayer layer : layers) {
            if (sample(layer.mask(), screenToPatient, width, height, coverage)) {
                blend(layer, coverage, width, height, picture);
            }
        }
        return picture;
    }

    /// The coverage under every picture element; false when there is none at all.
    static boolean sample(PatientMask mask, AffineMap screenToPatient, int width, int height, byte[] coverage) {
        Vec3 normal = mask.normal();
        double perColumn = screenToPatient.x().dot(normal);
        boolean isAny = false;
        for (int row = 0; row < height; row++) {
            Vec3 start = screenToPatient.apply(new Vec3(0, row, 0));
            double startHeight = start.dot(normal);
            int from = 0;
            while (from < width) {
                int slab = mask.slabAt(startHeight + from * perColumn);
                int to = width;
                if (Math.abs(perColumn) > 1e-12) {
                    to = from + 1;
                    while (to < width && mask.slabAt(startHeight + to * perColumn) == slab) {
                        to++;
                    }
                }
                isAny |= run(mask, slab, start, screenToPatient.x(), from, to, coverage, row * width);
                from = to;
            }
        }
        return isAny;
    }

    /// One run of picture elements within a slab.
    private static boolean run(
            PatientMask mask, int slab, Vec3 start, Vec3 step, int from, int to, byte[] coverage, int at) {
        java.util.Arrays.fill(coverage, at + from, at + to, (byte) 0);
        if (slab < 0) {
            return false;
        }
        boolean isAny = false;
        for (PlacedMask placed : mask.slabs().get(slab).masks()) {
            ImagePlane plane = placed.plane();
            Vec3 across = plane.rowDirection().times(1 / plane.spacing().columnMm());
            Vec3 down = plane.columnDirection().times(1 / plane.spacing().rowMm());
            Vec3 first = start.minus(plane.position());
            double column = first.dot(across) + 0.5;
            double columnStep = step.dot(across);
            double row = first.dot(down) + 0.5;
            double rowStep = step.dot(down);
            PixelMask pixels = placed.mask();
            for (int i = from; i < to; i++) {
                int covers =
                        pixels.coverage((int) Math.floor(column + i * columnStep), (int) Math.floor(row + i * rowStep));
                if (covers > (coverage[at + i] & 0xFF)) {
                    coverage[at + i] = (byte) covers;
                    isAny = true;
                }
            }
        }
        return isAny;
    }

    private static void blend(MaskLayer layer, byte[] coverage, int width, int height, int[] picture) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int at = row * width + column;
                int covers = coverage[at] & 0xFF;
                if (covers > 0) {
                    boolean isEdge = layer.hasOutline() && isEdge(coverage, at, column, row, width, height);
                    double alpha = isEdge ? 1 : layer.fillOpacity() * covers / PixelMask.FULL;
                    picture[at] = over(layer.rgb(), alpha, picture[at]);
                }
            }
        }
    }

    private static boolean isEdge(byte[] coverage, int at, int column, int row, int width, int height) {
        return (coverage[at] & 0xFF) >= HALF
                && ((column > 0 && (coverage[at - 1] & 0xFF) < HALF)
                        || (column < width - 1 && (coverage[at + 1] & 0xFF) < HALF)
                        || (row > 0 && (coverage[at - width] & 0xFF) < HALF)
                        || (row < height - 1 && (coverage[at + width] & 0xFF) < HALF));
    }

    private static int over(int rgb, double alpha, int below) {
        int result = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            double above = shift == 24 ? 255 : rgb >> shift & 0xFF;
            double channel = above * alpha + (below >>> shift & 0xFF) * (1 - alpha);
            result |= (int) Math.round(channel) << shift;
        }
        return result;
    }
}
