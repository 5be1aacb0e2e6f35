package org.readingroom.desktop.desk;

/// How many views stand beside and above each other.
public enum Layout {
    ONE(1, 1),
    TWO_BESIDE(1, 2),
    TWO_ABOVE(2, 1),
    FOUR(2, 2);

    private final int rows;
    private final int columns;

    Layout(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int views() {
        return rows * columns;
    }

    /// Such as `1x2`: rows, then columns.
    public String label() {
        return rows + "x" + columns;
    }
}
