package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.viewport.Layout;

/// The part of a layout that one of several windows shows: columns, or rows where there are too few columns.
///
/// **Range:** counts may be zero, where there are fewer views than windows.
// [impl->req~desk.windows~1]
record ViewShare(int column, int row, int columns, int rows) {
    /// A view alone.
    static final ViewShare ONE = new ViewShare(0, 0, 1, 1);

    /// One share for each of `windows`, in reading order; the first ones take what does not go evenly.
    static List<ViewShare> of(Layout layout, int windows) {
        List<ViewShare> shares = new ArrayList<>();
        boolean byColumns = layout.columns() >= windows || layout.columns() >= layout.rows();
        int all = byColumns ? layout.columns() : layout.rows();
        int from = 0;
        for (int i = 0; i < windows; i++) {
            int size = all / windows + (i < all % windows ? 1 : 0);
            shares.add(
                    byColumns
                            ? new ViewShare(from, 0, size, layout.rows())
                            : new ViewShare(0, from, layout.columns(), size));
            from += size;
        }
        return shares;
    }

    boolean holds(int viewColumn, int viewRow) {
        return viewColumn >= column && viewColumn < column + columns && viewRow >= row && viewRow < row + rows;
    }

    /// The smallest layout in which each of `windows` has a view; `now` where that has room.
    static Layout roomFor(Layout now, int windows) {
        return now.columns() >= windows || now.rows() >= windows ? now : new Layout(now.rows(), windows);
    }
}
