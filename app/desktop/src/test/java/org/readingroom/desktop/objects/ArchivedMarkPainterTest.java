package org.readingroom.desktop.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// Where the words beside archived marks stand.
// [utest->req~returned.read-back~1]
class ArchivedMarkPainterTest {
    /// Two diameters of one lesion end nearly at one place.
    @Test
    void wordsHideNoOtherWords() {
        Rectangle2D upper = new Rectangle2D(100, 0, 50, 30);
        Rectangle2D lower = new Rectangle2D(120, 50, 50, 30);
        assertEquals(
                new Rectangle2D(110, 82, 50, 30),
                ArchivedMarkPainter.free(new Rectangle2D(110, 20, 50, 30), List.of(lower, upper)));
        Rectangle2D beside = new Rectangle2D(200, 10, 50, 30);
        assertEquals(beside, ArchivedMarkPainter.free(beside, List.of(upper, lower)));
    }
}
