package org.readingroom.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import org.junit.jupiter.api.Test;

class ReducedPictureTest {
    // [utest->req~cli.screenshots~1]
    @Test
    void greysAndTheFewColoursOfAWindowStayNearlyWhatTheyWere() {
        BufferedImage picture = new BufferedImage(256, 64, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 256; x++) {
                picture.setRGB(x, y, y < 50 ? x * 0x010101 : (x << 16 | 40 + y));
            }
        }
        picture.setRGB(3, 60, 0x4FB3D9);
        BufferedImage reduced = ReducedPicture.of(picture);
        assertEquals(256, ((IndexColorModel) reduced.getColorModel()).getMapSize());
        int worst = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 256; x++) {
                int before = picture.getRGB(x, y);
                int after = reduced.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    worst = Math.max(worst, Math.abs((before >> shift & 0xFF) - (after >> shift & 0xFF)));
                }
            }
        }
        assertTrue(worst <= 16, "worst by " + worst);
    }

    @Test
    void aPictureOfOneColourStaysThatColour() {
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0x0E1114);
        BufferedImage reduced = ReducedPicture.of(picture);
        assertEquals(0xFF0E1114, reduced.getRGB(0, 0));
        assertEquals(0xFF000000, reduced.getRGB(5, 5));
    }
}
