package org.readingroom.viewer.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~desk.layouts~1]
class LayoutTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "1,5,5", "4,1,4", "4,5,20", "3,4,12"})
    void everyLayoutReadsItsOwnLabel(int rows, int columns, int views) {
        Layout layout = new Layout(rows, columns);
        assertEquals(views, layout.views());
        assertEquals(rows + "x" + columns, layout.label());
        assertEquals(Optional.of(layout), Layout.of(layout.label()));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "5,1", "1,6", "-1,2"})
    void noOtherCanBeMade(int rows, int columns) {
        assertThrows(IllegalArgumentException.class, () -> new Layout(rows, columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x1", "5x1", "1x6", "2", "2X2", "2x2 ", "22x1", "x"})
    void noOtherLabelIsRead(String label) {
        assertEquals(Optional.empty(), Layout.of(label));
    }

    @Test
    void theLargestIsFourRowsOfFive() {
        assertEquals(20, new Layout(Layout.MOST_ROWS, Layout.MOST_COLUMNS).views());
    }
}
