package org.readingroom.viewer.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Vr;

// [utest->req~display.shutter~1]
class ShutterReaderTest {
    private static final int SHAPE = 0x00181600;

    /// Each shape against its formula, over every pixel of a field larger than it.
    @Test
    void shapesHideWhatLiesOutsideThem() {
        DisplayShutter rectangle = read(rectangle(image().text(SHAPE, Vr.CS, "RECTANGULAR")));
        DisplayShutter circle = read(circle(image().text(SHAPE, Vr.CS, "CIRCULAR")));
        // a diamond about row 11, column 16 (from one), 9 pixels to each corner
        DisplayShutter polygon = read(image().text(SHAPE, Vr.CS, "POLYGONAL")
                .text(0x00181620, Vr.IS, "2", "16", "11", "25", "20", "16", "11", "7"));
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 40; column++) {
                String at = "row " + row + ", column " + column;
                assertThat(rectangle.hides(column, row))
                        .as(at)
                        .isEqualTo(column < 4 || column > 29 || row < 2 || row > 19);
                assertThat(circle.hides(column, row)).as(at).isEqualTo(Math.hypot(column - 15, row - 10) > 8);
                assertThat(polygon.hides(column, row)).as(at).isEqualTo(Math.abs(column - 15) + Math.abs(row - 10) > 9);
            }
        }
    }

    @Test
    void severalShapesHideWhatAnyOfThemHides() {
        DisplayShutter both = read(circle(rectangle(image().text(SHAPE, Vr.CS, "RECTANGULAR", "CIRCULAR"))));
        assertThat(both.hides(15, 10)).isFalse();
        assertThat(both.hides(28, 10))
                .as("inside the rectangle, outside the circle")
                .isTrue();
        assertThat(both.hides(15, 1)).as("outside both").isTrue();
    }

    @Test
    void theHiddenPartHasThePresentationValueOrColour() {
        assertThat(read(circle(image().text(SHAPE, Vr.CS, "CIRCULAR"))).argb()).isEqualTo(0xFF000000);
        assertThat(read(circle(image().text(SHAPE, Vr.CS, "CIRCULAR")).integers(0x00181622, Vr.US, 0x8000))
                        .argb())
                .isEqualTo(0xFF808080);
        // L* 54.29, a* 80.81, b* 69.89 under D50 is the red of sRGB
        int red = read(circle(image().text(SHAPE, Vr.CS, "CIRCULAR")).integers(0x00181624, Vr.US, 35579, 53663, 50857))
                .argb();
        assertThat(red >> 16 & 0xFF).isGreaterThanOrEqualTo(254);
        assertThat(red >> 8 & 0xFF).isLessThanOrEqualTo(4);
        assertThat(red & 0xFF).isLessThanOrEqualTo(4);
        int white = read(circle(image().text(SHAPE, Vr.CS, "CIRCULAR"))
                        .integers(0x00181624, Vr.US, 0xFFFF, 0x8080, 0x8080))
                .argb();
        assertThat(white).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void numbersThatMakeNoShapeHideNothing() {
        assertThat(Headers.frame(image()).extras().shutter()).isNull();
        assertThat(Headers.frame(image().text(SHAPE, Vr.CS, "CIRCULAR"))
                        .extras()
                        .shutter())
                .isNull();
        assertThat(Headers.frame(image().text(SHAPE, Vr.CS, "POLYGONAL").text(0x00181620, Vr.IS, "1", "1", "5"))
                        .extras()
                        .shutter())
                .isNull();
    }

    private static DisplayShutter read(DataSetBuilder image) {
        return Objects.requireNonNull(Headers.frame(image).extras().shutter());
    }

    private static DataSetBuilder image() {
        return Headers.image(Headers.DX, "DX", 1);
    }

    private static DataSetBuilder rectangle(DataSetBuilder image) {
        return image.text(0x00181602, Vr.IS, "5")
                .text(0x00181604, Vr.IS, "30")
                .text(0x00181606, Vr.IS, "3")
                .text(0x00181608, Vr.IS, "20");
    }

    private static DataSetBuilder circle(DataSetBuilder image) {
        return image.text(0x00181610, Vr.IS, "11", "16").text(0x00181612, Vr.IS, "8");
    }
}
