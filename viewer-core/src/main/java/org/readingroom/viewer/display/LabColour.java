package org.readingroom.viewer.display;

/// A colour as DICOM writes it: CIELab of the D50 white point in three 16-bit numbers.
///
/// **Range:** `l` 0 to 0xFFFF for 0 to 100, `a` and `b` 0 to 0xFFFF for -128 to 127.
/// **Source:** DICOM PS3.3 section C.10.7.1.1; sRGB by IEC 61966-2-1, from D50 to D65 by Bradford.
public record LabColour(int l, int a, int b) {
    /// CIE: below this the cube root becomes a straight line.
    private static final double EDGE = 6.0 / 29;

    /// The opaque sRGB colour, clamped to what a screen can show.
    public int argb() {
        double fy = (l * 100.0 / 0xFFFF + 16) / 116;
        double fx = fy + (a * 255.0 / 0xFFFF - 128) / 500;
        double fz = fy - (b * 255.0 / 0xFFFF - 128) / 200;
        double x = 0.96422 * cube(fx);
        double y = cube(fy);
        double z = 0.82521 * cube(fz);
        return 0xFF000000
                | channel(3.1338561 * x - 1.6168667 * y - 0.4906146 * z) << 16
                | channel(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z) << 8
                | channel(0.0719453 * x - 0.2289914 * y + 1.4052427 * z);
    }

    private static double cube(double f) {
        return f > EDGE ? f * f * f : 3 * EDGE * EDGE * (f - 4.0 / 29);
    }

    private static int channel(double linear) {
        double curved = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(curved, 0, 1));
    }
}
