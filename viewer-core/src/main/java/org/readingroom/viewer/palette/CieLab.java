package org.readingroom.viewer.palette;

/// Colours that DICOM states as CIELab, turned into what a screen shows.
///
/// **Source:** DICOM PS3.3 section C.10.7.1.1 (encoding; PCS-Values under the white point D50), IEC
/// 61966-2-1 (sRGB), ICC.1 annex E (Bradford adaptation).
public final class CieLab {
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;
    /// D50, the white of the profile connection space.
    private static final double WHITE_X = 0.9642;

    private static final double WHITE_Z = 0.8249;

    private CieLab() {}

    /// Three unsigned 16-bit values of a Recommended Display CIELab Value to 0xRRGGBB of sRGB;
    /// colours beyond it are clipped.
    public static int toSrgb(int encodedL, int encodedA, int encodedB) {
        double lightness = encodedL * 100.0 / 65535;
        double a = encodedA * 255.0 / 65535 - 128;
        double b = encodedB * 255.0 / 65535 - 128;
        double fy = (lightness + 16) / 116;
        double fx = fy + a / 500;
        double fz = fy - b / 200;
        double x = WHITE_X * inverse(fx);
        double y = lightness > KAPPA * EPSILON ? fy * fy * fy : lightness / KAPPA;
        double z = WHITE_Z * inverse(fz);
        // XYZ under D50 to linear sRGB, adaptation to D65 included
        double red = 3.1338561 * x - 1.6168667 * y - 0.4906146 * z;
        double green = -0.9787684 * x + 1.9161415 * y + 0.0334540 * z;
        double blue = 0.0719453 * x - 0.2289914 * y + 1.4052427 * z;
        return channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    private static double inverse(double f) {
        double cube = f * f * f;
        return cube > EPSILON ? cube : (116 * f - 16) / KAPPA;
    }

    private static int channel(double linear) {
        double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(Math.clamp(encoded, 0, 1) * 255);
    }

    /// The encoded value of a colour of sRGB, 0xRRGGBB; [#toSrgb] gives the colour back.
    public static int[] ofSrgb(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        // linear sRGB to XYZ under D50, adaptation from D65 included
        double fx = forward((0.4360747 * red + 0.3850649 * green + 0.1430804 * blue) / WHITE_X);
        double fy = forward(0.2225045 * red + 0.7168786 * green + 0.0606169 * blue);
        double fz = forward((0.0139322 * red + 0.0971045 * green + 0.7141733 * blue) / WHITE_Z);
        return new int[] {
            encoded((116 * fy - 16) / 100),
            encoded((500 * (fx - fy) + 128) / 255),
            encoded((200 * (fy - fz) + 128) / 255)
        };
    }

    private static double forward(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static double linear(int channel) {
        double encoded = channel / 255.0;
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double part) {
        return (int) Math.round(Math.clamp(part, 0, 1) * 65535);
    }
}
