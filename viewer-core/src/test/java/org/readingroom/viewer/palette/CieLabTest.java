package org.readingroom.viewer.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.color.ColorSpace;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against the colour management of the Java runtime, which takes XYZ under D50 to sRGB.
// [utest->req~segment.read~1]
class CieLabTest {
    @Test
    void coloursAreThoseOfAnIccEngine() {
        ColorSpace xyz = ColorSpace.getInstance(ColorSpace.CS_CIEXYZ);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            float[] rgb = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
            float[] lab = lab(xyz.fromRGB(rgb));
            int found = CieLab.toSrgb(
                    Math.round(lab[0] / 100 * 65535),
                    Math.round((lab[1] + 128) / 255 * 65535),
                    Math.round((lab[2] + 128) / 255 * 65535));
            for (int channel = 0; channel < 3; channel++) {
                // two of 255: the engine works in 16-bit tables
                assertEquals(rgb[channel] * 255, found >> 16 - 8 * channel & 0xFF, 2, "colour " + i);
            }
        }
    }

    @Test
    void blackAndWhiteAreThemselves() {
        assertEquals(0x000000, CieLab.toSrgb(0, 32896, 32896));
        assertEquals(0xFFFFFF, CieLab.toSrgb(65535, 32896, 32896));
    }

    /// CIELab by its definition (CIE 15), white D50.
    private static float[] lab(float[] xyz) {
        double x = f(xyz[0] / 0.9642);
        double y = f(xyz[1]);
        double z = f(xyz[2] / 0.8249);
        return new float[] {(float) (116 * y - 16), (float) (500 * (x - y)), (float) (200 * (y - z))};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
