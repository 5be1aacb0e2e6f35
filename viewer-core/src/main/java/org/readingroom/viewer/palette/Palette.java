package org.readingroom.viewer.palette;

import java.util.Arrays;

/// A colour table of 256 steps, from the lowest P-value to the highest.
///
/// `id` is what the command line and saved settings say; its name for people is the message
/// `viewer.palette.<id>`.
/// Two palettes are the same when id and table are: files may bring different tables under one name.
public final class Palette {
    public static final int STEPS = 256;

    private final String id;
    private final int[] argb;

    Palette(String id, int[] argb) {
        if (argb.length != STEPS) {
            throw new IllegalArgumentException("palette " + id + " has " + argb.length + " steps, not " + STEPS);
        }
        this.id = id;
        this.argb = argb;
    }

    /// A palette that a file brings with it. `argb` has 256 opaque colours and is no longer the caller's.
    public static Palette ofFile(String id, int[] argb) {
        return new Palette(id, argb);
    }

    public String id() {
        return id;
    }

    public String messageKey() {
        return "viewer.palette." + id;
    }

    /// The opaque colour at `index` as 0xAARRGGBB.
    public int argb(int index) {
        return argb[index];
    }

    /// A copy of the whole table.
    public int[] toArgb() {
        return argb.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Palette palette && palette.id.equals(id) && Arrays.equals(palette.argb, argb);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
