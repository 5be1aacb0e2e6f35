package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.viewport.Layout;

class ViewShareTest {
    // [utest->req~desk.windows~1]
    @Test
    void windowsTakeColumnsAndRowsWhereColumnsAreTooFew() {
        assertEquals(List.of(new ViewShare(0, 0, 2, 2), new ViewShare(2, 0, 2, 2)), ViewShare.of(new Layout(2, 4), 2));
        assertEquals(
                List.of(new ViewShare(0, 0, 2, 1), new ViewShare(2, 0, 2, 1), new ViewShare(4, 0, 1, 1)),
                ViewShare.of(new Layout(1, 5), 3));
        assertEquals(List.of(new ViewShare(0, 0, 1, 2), new ViewShare(0, 2, 1, 1)), ViewShare.of(new Layout(3, 1), 2));
        assertEquals(List.of(new ViewShare(0, 0, 1, 1), new ViewShare(1, 0, 0, 1)), ViewShare.of(Layout.ONE, 2));
    }

    @Test
    void everyViewOfEveryLayoutStandsInOneWindow() {
        for (int rows = 1; rows <= Layout.MOST_ROWS; rows++) {
            for (int columns = 1; columns <= Layout.MOST_COLUMNS; columns++) {
                for (int windows = 1; windows <= 5; windows++) {
                    List<ViewShare> shares = ViewShare.of(new Layout(rows, columns), windows);
                    assertEquals(windows, shares.size());
                    for (int at = 0; at < rows * columns; at++) {
                        int column = at % columns;
                        int row = at / columns;
                        long holders = shares.stream()
                                .filter(s -> s.holds(column, row))
                                .count();
                        assertEquals(1, holders, rows + "x" + columns + " over " + windows + ", view " + at);
                    }
                    assertEquals(
                            rows * columns,
                            shares.stream()
                                    .mapToInt(s -> s.columns() * s.rows())
                                    .sum());
                }
            }
        }
    }

    @Test
    void aFurtherWindowGetsAView() {
        assertEquals(Layout.TWO_BESIDE, ViewShare.roomFor(Layout.ONE, 2));
        assertEquals(Layout.FOUR, ViewShare.roomFor(Layout.FOUR, 2));
        assertEquals(new Layout(2, 3), ViewShare.roomFor(Layout.FOUR, 3));
        assertEquals(Layout.TWO_ABOVE, ViewShare.roomFor(Layout.TWO_ABOVE, 2));
    }
}
