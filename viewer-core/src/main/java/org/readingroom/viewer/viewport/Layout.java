package org.readingroom.viewer.viewport;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many views stand above and beside each other: from one to four rows of five.
///
/// **Order:** views are counted row by row, from the left.
// [impl->req~desk.layouts~1]
public record Layout(int rows, int columns) {
    public static final int MOST_ROWS = 4;
    public static final int MOST_COLUMNS = 5;

    public static final Layout ONE = new Layout(1, 1);
    public static final Layout TWO_BESIDE = new Layout(1, 2);
    public static final Layout TWO_ABOVE = new Layout(2, 1);
    public static final Layout FOUR = new Layout(2, 2);

    private static final Pattern LABEL = Pattern.compile("([1-9])x([1-9])");

    public Layout {
        if (rows < 1 || rows > MOST_ROWS || columns < 1 || columns > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    rows + "x" + columns + " views; 1x1 to " + MOST_ROWS + "x" + MOST_COLUMNS + " can be shown");
        }
    }

    /// Reads what [#label()] writes; nothing for anything else.
    public static Optional<Layout> of(String label) {
        Matcher parts = LABEL.matcher(label);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int rows = Integer.parseInt(parts.group(1));
        int columns = Integer.parseInt(parts.group(2));
        return rows > MOST_ROWS || columns > MOST_COLUMNS ? Optional.empty() : Optional.of(new Layout(rows, columns));
    }

    public int views() {
        return rows * columns;
    }

    /// Such as `1x2`: rows, then columns.
    public String label() {
        return rows + "x" + columns;
    }
}
