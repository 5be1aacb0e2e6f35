package org.readingroom.viewer.phantom;

/// One frame of [CarotidPhantom]: speckle in layers, an artery that widens with the beat, blood in colour.
///
/// **Space:** millimetres: x from the left edge of the region, depth from its top.
final class CarotidPicture {
    /// Depth of the artery's axis where it enters at the left.
    static final double AXIS_MM = 16;

    private static final double SLOPE = 0.06;
    private static final double WALL_MM = 0.9;

    private final int rows;
    private final int columns;
    private final double spacing;
    private final double beat;
    private final double radius;

    /// `beat` is the part of the heart beat that has gone by.
    CarotidPicture(int rows, int columns, double spacingMm, double beat) {
        this.rows = rows;
        this.columns = columns;
        this.spacing = spacingMm;
        this.beat = beat;
        this.radius = radiusMm(beat);
    }

    /// Half the inner diameter: quickly wider after the beat, slowly back.
    static double radiusMm(double beat) {
        return 2.9 + 0.32 * pulse(beat);
    }

    /// 0 to 1.
    static double pulse(double beat) {
        double rise = Math.clamp((beat - 0.1) / 0.12, 0, 1);
        double fall = Math.exp(-Math.max(0, beat - 0.22) / 0.22);
        double notch = 0.25 * Math.exp(-Math.pow((beat - 0.55) / 0.06, 2));
        return Math.min(1, rise * fall + notch * rise);
    }

    void draw(byte[] to, int from, int stride) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = from + (row * stride + column) * 3;
                pixel(to, at, column * spacing, row * spacing);
            }
        }
        scale(to, from, stride);
    }

    private void pixel(byte[] to, int at, double x, double depth) {
        double off = depth - AXIS_MM - SLOPE * x;
        double inside = radius - Math.abs(off);
        // Tissue gives way to the widening artery, less with distance.
        double moved = depth - Math.signum(off) * 0.32 * pulse(beat) * Math.exp(-Math.abs(off) / 8);
        double grey = inside > 0 ? lumen(x, depth) : tissue(x, moved, -inside);
        double flow = inside > 0.25 && inBox(x, depth) ? velocity(inside) : 0;
        if (flow > 0.08) {
            double mottle = 1 + 0.1 * Texture.smooth(x / 0.8, depth / 0.4, 60 + (int) (beat * 20));
            colour(to, at, Math.clamp(flow * mottle, 0, 1));
            return;
        }
        byte level = (byte) Math.clamp(Math.round(grey), 0, 255);
        to[at] = level;
        to[at + 1] = level;
        to[at + 2] = level;
    }

    private double lumen(double x, double depth) {
        return 9 * Texture.speckle(x / 0.7, depth / 0.25, 5 + (int) (beat * 20));
    }

    private double tissue(double x, double depth, double outside) {
        double speckle = Texture.speckle(x / (0.28 + 0.012 * depth), depth / 0.16, 1);
        double layers = 70
                + 34 * Texture.cloud(x / 22, depth / 2.2, 12, 3)
                + 50 * Math.exp(-Math.pow((depth - 6.5 - Math.sin(x / 9) * 0.5) / 0.4, 2))
                + 60 * Math.exp(-Math.pow((depth - 0.6) / 0.9, 2));
        double wall = outside < WALL_MM ? wall(outside) : 0;
        double fade = 1.15 - 0.012 * depth;
        // Behind the artery it is brighter: blood takes less of the beam.
        double behind = depth > AXIS_MM + SLOPE * x ? 1.18 : 1;
        return Math.max(wall, (layers * behind - (outside < WALL_MM ? 45 : 0)) * fade) * (0.45 + 0.5 * speckle);
    }

    /// Intima bright, media dark, adventitia bright.
    private static double wall(double outside) {
        double intima = 150 * Math.exp(-Math.pow((outside - 0.12) / 0.12, 2));
        double adventitia = 215 * Math.exp(-Math.pow((outside - 0.78) / 0.2, 2));
        return intima + adventitia + 14;
    }

    /// The slanted box in which flow is looked for.
    private boolean inBox(double x, double depth) {
        double left = 11 + 0.35 * (depth - 8);
        return depth > 8 && depth < 27 && x > left && x < left + 22;
    }

    /// 0 to 1 across the artery: fastest in the middle and after the beat.
    private double velocity(double inside) {
        double across = 1 - inside / radius;
        return (0.28 + 0.72 * pulse(beat)) * (1 - across * across);
    }

    /// Red for slow through yellow for fast.
    private static void colour(byte[] to, int at, double flow) {
        to[at] = (byte) Math.round(110 + 145 * Math.min(1, flow * 1.5));
        to[at + 1] = (byte) Math.round(230 * Math.clamp((flow - 0.3) / 0.7, 0, 1));
        to[at + 2] = (byte) Math.round(60 * Math.clamp((flow - 0.8) / 0.2, 0, 1));
    }

    private void scale(byte[] to, int from, int stride) {
        int first = columns + 14;
        int height = rows / 2;
        for (int row = 0; row < height; row++) {
            double flow = 1 - 2.0 * row / (height - 1);
            for (int column = first; column < first + 12; column++) {
                int at = from + ((row + 10) * stride + column) * 3;
                colour(to, at, Math.abs(flow));
                if (flow < 0) {
                    byte red = to[at];
                    to[at] = to[at + 2];
                    to[at + 2] = red;
                }
                if (Math.abs(flow) < 0.08) {
                    to[at] = 0;
                    to[at + 1] = 0;
                    to[at + 2] = 0;
                }
            }
        }
    }
}
