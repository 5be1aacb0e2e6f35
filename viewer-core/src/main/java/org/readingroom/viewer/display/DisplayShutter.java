package org.readingroom.viewer.display;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the file wants hidden: everything outside one or several shapes, painted in one colour.
///
/// Of several shapes a pixel must lie in every one to be shown. `argb` is the opaque colour of what is hidden.
///
/// **Space:** pixels of the image, its first at (0, 0); a pixel whose centre lies on an edge is shown.
/// **Source:** DICOM PS3.3 sections C.7.6.11 and C.7.6.15.
public record DisplayShutter(
        @Nullable Rectangle rectangle,
        @Nullable Circle circle,
        List<Vertex> polygon,
        @Nullable OverlayPlane bitmap,
        int argb) {
    public DisplayShutter {
        polygon = List.copyOf(polygon);
    }

    /// All four edges are shown.
    public record Rectangle(int left, int top, int right, int bottom) {}

    /// A circle in pixels of the image, whatever their shape in the patient.
    public record Circle(int column, int row, int radius) {}

    /// A corner of the polygon.
    public record Vertex(int column, int row) {}

    /// Whether a pixel of the image is hidden.
    public boolean hides(int column, int row) {
        return rectangle != null
                        && (column < rectangle.left
                                || column > rectangle.right
                                || row < rectangle.top
                                || row > rectangle.bottom)
                || circle != null && isOutside(circle, column, row)
                || !polygon.isEmpty() && !isInPolygon(column, row)
                || bitmap != null && bitmap.isSet(column, row);
    }

    private static boolean isOutside(Circle circle, int column, int row) {
        long across = (long) column - circle.column;
        long down = (long) row - circle.row;
        return across * across + down * down > (long) circle.radius * circle.radius;
    }

    private boolean isInPolygon(int column, int row) {
        boolean inside = false;
        Vertex a = polygon.getLast();
        for (Vertex b : polygon) {
            long cross = (long) (b.column - a.column) * (row - a.row) - (long) (b.row - a.row) * (column - a.column);
            boolean between = Math.min(a.column, b.column) <= column
                    && column <= Math.max(a.column, b.column)
                    && Math.min(a.row, b.row) <= row
                    && row <= Math.max(a.row, b.row);
            if (cross == 0 && between) {
                return true;
            }
            if (a.row > row != b.row > row && (b.row > a.row ? cross < 0 : cross > 0)) {
                inside = !inside;
            }
            a = b;
        }
        return inside;
    }
}
