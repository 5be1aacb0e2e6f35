package org.readingroom.services.print;

import java.util.OptionalDouble;

/// The picture of one cell, as a film printer takes it.
///
/// Greys are P-values, 0 black, in 8 or 12 bits; colours have 8. `widthMm` asks for a true size on the film.
///
/// **Shape:** greys of 8 bits a byte each, of 12 bits two, little endian; colours plane by plane, R, G, B.
/// **Owner:** `pixels` are shared, never written after.
// [impl->req~film.dicom-images~1]
public record FilmImage(int columns, int rows, boolean isColour, int bits, OptionalDouble widthMm, byte[] pixels) {
    private static final int MOST_SIDE = 0xFFFF;

    public FilmImage {
        int samples = isColour ? 3 : bits > 8 ? 2 : 1;
        if (columns < 1 || rows < 1 || columns > MOST_SIDE || rows > MOST_SIDE) {
            throw new IllegalArgumentException("picture of " + columns + " x " + rows);
        }
        if (bits != 8 && (bits != 12 || isColour) || pixels.length != (long) columns * rows * samples) {
            throw new IllegalArgumentException(bits + " bits in " + pixels.length + " bytes");
        }
    }

    /// The greys of a picture that has no colours; of one that has, its colours.
    ///
    /// **Shape:** `argb` row by row.
    public static FilmImage of(int[] argb, int columns, int bits, OptionalDouble widthMm) {
        int rows = argb.length / columns;
        if (hasColour(argb)) {
            return new FilmImage(columns, rows, true, 8, widthMm, planes(argb));
        }
        return new FilmImage(columns, rows, false, bits, widthMm, bits == 12 ? twelve(argb) : eight(argb));
    }

    private static boolean hasColour(int[] argb) {
        for (int pixel : argb) {
            int green = pixel >> 8 & 0xFF;
            if ((pixel >> 16 & 0xFF) != green || (pixel & 0xFF) != green) {
                return true;
            }
        }
        return false;
    }

    private static byte[] eight(int[] argb) {
        byte[] greys = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            greys[i] = (byte) argb[i];
        }
        return greys;
    }

    /// The range of 8 bits spread over that of 12: white stays white.
    private static byte[] twelve(int[] argb) {
        byte[] greys = new byte[2 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            int grey = Math.round((argb[i] & 0xFF) * 4095f / 255f);
            greys[2 * i] = (byte) grey;
            greys[2 * i + 1] = (byte) (grey >> 8);
        }
        return greys;
    }

    private static byte[] planes(int[] argb) {
        byte[] planes = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            planes[i] = (byte) (argb[i] >> 16);
            planes[argb.length + i] = (byte) (argb[i] >> 8);
            planes[2 * argb.length + i] = (byte) argb[i];
        }
        return planes;
    }
}
