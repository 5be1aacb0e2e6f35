package org.readingroom.viewer.hanging;

import java.util.Optional;

/// How a picture is mirrored and turned so that its rows and columns run as wanted on the screen.
///
/// **Units:** `turnDegrees` clockwise, after the mirroring.
// [impl->req~hanging.mirror-by-orientation~1]
public record ScreenOrientation(double turnDegrees, boolean mirrored) {
    public static final ScreenOrientation AS_STORED = new ScreenOrientation(0, false);

    /// From Patient Orientation (0020,0020) of the file and the one wanted on the screen, both such
    /// as `P\L`; the first letter of each counts. Nothing when one of them says too little, or they
    /// are of different planes: the picture then stays as it is stored, and the reader is told.
    public static Optional<ScreenOrientation> of(String stored, String wanted) {
        char[] from = axes(stored);
        char[] to = axes(wanted);
        if (from.length != 2 || to.length != 2) {
            return Optional.empty();
        }
        for (boolean mirrored : new boolean[] {false, true}) {
            char right = mirrored ? opposite(from[0]) : from[0];
            char down = from[1];
            for (int quarter = 0; quarter < 4; quarter++) {
                if (right == to[0] && down == to[1]) {
                    return Optional.of(new ScreenOrientation(90 * quarter, mirrored));
                }
                // a quarter clockwise brings what was below to the left
                char wasRight = right;
                right = opposite(down);
                down = wasRight;
            }
        }
        return Optional.empty();
    }

    /// Where rows and columns of a picture that is stored so run on the screen; nothing where the
    /// file says too little.
    public Optional<String> shown(String stored) {
        char[] from = axes(stored);
        if (from.length != 2 || turnDegrees % 90 != 0) {
            return Optional.empty();
        }
        char right = mirrored ? opposite(from[0]) : from[0];
        char down = from[1];
        for (int quarter = 0; quarter < turnDegrees / 90; quarter++) {
            char wasRight = right;
            right = opposite(down);
            down = wasRight;
        }
        return Optional.of(right + "\\" + down);
    }

    private static char[] axes(String orientation) {
        String[] parts = orientation.split("\\\\", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            return new char[0];
        }
        char row = parts[0].strip().charAt(0);
        char column = parts[1].strip().charAt(0);
        boolean isKnown = opposite(row) != 0 && opposite(column) != 0 && row != column && row != opposite(column);
        return isKnown ? new char[] {row, column} : new char[0];
    }

    private static char opposite(char letter) {
        return switch (letter) {
            case 'L' -> 'R';
            case 'R' -> 'L';
            case 'A' -> 'P';
            case 'P' -> 'A';
            case 'H' -> 'F';
            case 'F' -> 'H';
            default -> 0;
        };
    }
}
