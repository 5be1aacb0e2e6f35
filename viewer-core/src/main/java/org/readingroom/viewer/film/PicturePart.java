package org.readingroom.viewer.film;

import java.util.ArrayList;
import java.util.List;

/// What of a picture lies in one cell at true size.
///
/// `right` and `down` lead from the centre of the picture to the centre of the part. `isCropped` says that the part is
/// all that is printed and not all there is; `number` of `count` counts the cells over which the picture goes on.
///
/// **Units:** millimetres.
// [impl->req~film.true-size~1]
public record PicturePart(double right, double down, boolean isCropped, int number, int count) {
    /// chosen: what goes on in the next cell is repeated this far, to lay the sheets edge to edge.
    private static final double OVERLAP_MM = 5;

    /// chosen: half a printer's dot; rounding is no crop.
    private static final double TOLERANCE_MM = 0.05;

    /// chosen: a picture over more cells than this is none anybody lays together.
    private static final int MOST_ACROSS = 8;

    /// The parts of a picture of `width` x `height` mm in cells of the size of `cell`.
    ///
    /// `right` and `down` say what is to lie in the middle where something must be cut off.
    public static List<PicturePart> of(
            double width, double height, RectangleMm cell, boolean isContinued, double right, double down) {
        boolean isWhole = width <= cell.width() + TOLERANCE_MM && height <= cell.height() + TOLERANCE_MM;
        if (isWhole) {
            return List.of(new PicturePart(0, 0, false, 1, 1));
        }
        int across = count(width, cell.width());
        int downward = count(height, cell.height());
        if (!isContinued || across > MOST_ACROSS || downward > MOST_ACROSS) {
            return List.of(new PicturePart(
                    within(right, width, cell.width()), within(down, height, cell.height()), true, 1, 1));
        }
        List<PicturePart> parts = new ArrayList<>();
        for (int row = 0; row < downward; row++) {
            for (int column = 0; column < across; column++) {
                parts.add(new PicturePart(
                        offset(column, across, width, cell.width()),
                        offset(row, downward, height, cell.height()),
                        false,
                        parts.size() + 1,
                        across * downward));
            }
        }
        return List.copyOf(parts);
    }

    private static int count(double length, double room) {
        return length <= room + TOLERANCE_MM
                ? 1
                : (int) Math.ceil((length - OVERLAP_MM) / Math.max(1, room - OVERLAP_MM) - 1e-9);
    }

    /// The outer parts begin and end with the picture; those between lie evenly.
    private static double offset(int index, int count, double length, double room) {
        return count == 1 ? 0 : (length - room) * (index / (count - 1.0) - 0.5);
    }

    /// As near to `wished` as the picture fills the cell.
    private static double within(double wished, double length, double room) {
        double slack = Math.max(0, (length - room) / 2);
        return Math.clamp(wished, -slack, slack);
    }
}
