package org.readingroom.viewer.render;

import java.nio.IntBuffer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.FrameLayers;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.viewport.ResolvedView;

/// Paints what lies over a frame into the finished picture: supplemental colours, overlays, and the shutter last.
///
/// Overlays keep to whole pixels of the image at any zoom and turn. In a picture smaller than the image every set bit
/// still
/// reaches some element, so that no thin line is lost.
///
/// **Source:** order as PS3.4 section N.2: the shutter hides overlays too.
// [impl->req~view.file-layers~1]
public final class LayerPainter {
    /// chosen: seen on black and on white, and not taken for anatomy.
    public static final int GRAPHICS = 0xFFFFC83C;

    /// chosen: regions are filled, so the picture must show through.
    public static final int REGION = 0xFF3CC8FF;

    private static final int BANDS = 16;
    private static final double TIE = LineSampler.TIE;

    private final ResolvedView view;
    private final FrameLayers layers;
    private final int columns;
    private final int rows;

    private LayerPainter(ResolvedView view) {
        this.view = view;
        this.layers = view.layers();
        this.columns = view.volume().columns();
        this.rows = view.volume().rows();
    }

    /// Paints over `argb`, which holds the finished picture of `view` from its index 0 on.
    public static void paint(ResolvedView view, IntBuffer argb) {
        if (view.layers().isEmpty()) {
            return;
        }
        LayerPainter painter = new LayerPainter(view);
        boolean reduced = Math.max(
                        length(view.du().x(), view.du().y()),
                        length(view.dv().x(), view.dv().y()))
                > 1.001;
        painter.elements(argb, !reduced);
        if (reduced) {
            painter.bits(argb);
        }
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    /// Element by element: which pixel of the image lies under it, and what is to be seen there.
    private void elements(IntBuffer argb, boolean withOverlays) {
        int bands = Math.min(BANDS, view.height());
        IntStream.range(0, bands).parallel().forEach(band -> {
            int to = (int) ((long) view.height() * (band + 1) / bands);
            for (int j = (int) ((long) view.height() * band / bands); j < to; j++) {
                row(j, argb, withOverlays);
            }
        });
    }

    private void row(int j, IntBuffer argb, boolean withOverlays) {
        double x = view.origin().x() + j * view.dv().x() + 0.5 + TIE;
        double y = view.origin().y() + j * view.dv().y() + 0.5 + TIE;
        DisplayShutter shutter = layers.shutter();
        int[] colours = layers.colours();
        for (int i = 0; i < view.width(); i++) {
            int column = (int) Math.floor(x + i * view.du().x());
            int row = (int) Math.floor(y + i * view.du().y());
            if (column < 0 || row < 0 || column >= columns || row >= rows) {
                continue;
            }
            int at = j * view.width() + i;
            if (colours != null && colours[row * columns + column] != 0) {
                argb.put(at, colours[row * columns + column]);
            }
            if (shutter != null && shutter.hides(column, row)) {
                argb.put(at, shutter.argb());
            } else if (withOverlays) {
                OverlayPlane overlay = over(column, row);
                if (overlay != null) {
                    mark(argb, at, overlay);
                }
            }
        }
    }

    /// The overlay seen at a pixel: graphics before regions.
    private @Nullable OverlayPlane over(int column, int row) {
        OverlayPlane found = null;
        for (OverlayPlane overlay : layers.overlays()) {
            if ((found == null || found.kind() == OverlayPlane.Kind.REGION) && overlay.isSet(column, row)) {
                found = overlay;
            }
        }
        return found;
    }

    private void mark(IntBuffer argb, int at, OverlayPlane overlay) {
        boolean isRegion = overlay.kind() == OverlayPlane.Kind.REGION;
        int colour = layers.overlayColours().getOrDefault(overlay.group(), isRegion ? REGION : GRAPHICS);
        argb.put(at, isRegion ? third(argb.get(at), colour) : colour);
    }

    private static int third(int under, int colour) {
        int result = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            result = result << 8 | ((under >> shift & 0xFF) * 2 + (colour >> shift & 0xFF)) / 3;
        }
        return result;
    }

    /// The lowest overlay first, regions under graphics.
    private void bits(IntBuffer argb) {
        for (OverlayPlane.Kind kind : new OverlayPlane.Kind[] {OverlayPlane.Kind.REGION, OverlayPlane.Kind.GRAPHICS}) {
            layers.overlays().reversed().stream()
                    .filter(overlay -> overlay.kind() == kind)
                    .forEach(overlay -> bits(overlay, argb));
        }
    }

    /// Bit by bit: onto the element that its pixel falls on.
    private void bits(OverlayPlane overlay, IntBuffer argb) {
        double a = view.du().x();
        double b = view.dv().x();
        double c = view.du().y();
        double d = view.dv().y();
        double determinant = a * d - b * c;
        if (determinant == 0) {
            return;
        }
        boolean[] done =
                overlay.kind() == OverlayPlane.Kind.REGION ? new boolean[view.width() * view.height()] : new boolean[0];
        int lastRow = (int) Math.min(rows, (long) overlay.firstRow() + overlay.rows());
        int lastColumn = (int) Math.min(columns, (long) overlay.firstColumn() + overlay.columns());
        for (int row = Math.max(0, overlay.firstRow()); row < lastRow; row++) {
            for (int column = Math.max(0, overlay.firstColumn()); column < lastColumn; column++) {
                if (!overlay.isSet(column, row)
                        || layers.shutter() != null && layers.shutter().hides(column, row)) {
                    continue;
                }
                double x = column - view.origin().x();
                double y = row - view.origin().y();
                long i = Math.round((d * x - b * y) / determinant);
                long j = Math.round((a * y - c * x) / determinant);
                if (i >= 0 && j >= 0 && i < view.width() && j < view.height()) {
                    int at = (int) (j * view.width() + i);
                    if (done.length == 0 || !done[at]) {
                        mark(argb, at, overlay);
                    }
                    if (done.length > 0) {
                        done[at] = true;
                    }
                }
            }
        }
    }
}
