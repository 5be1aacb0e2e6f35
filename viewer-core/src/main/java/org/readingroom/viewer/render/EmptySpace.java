package org.readingroom.viewer.render;

/// How far from every cube of a volume the nearest visible one is: 0 for a visible cube, 1 when a neighbour is
/// visible, corners included, and so on.
///
/// A ray in a cube at distance d leaps over d - 1 cubes around it at once.
public final class EmptySpace {
    /// A cube has `1 << SHIFT` voxels along each side.
    public static final int SHIFT = Bricks.SHIFT;

    private static final byte FAR = Byte.MAX_VALUE;

    private final int across;
    private final int down;
    private final int deep;
    private final byte[] away;

    private EmptySpace(int across, int down, int deep, byte[] away) {
        this.across = across;
        this.down = down;
        this.deep = deep;
        this.away = away;
    }

    /// `visible` holds layers of rows of cubes, `deep` layers.
    static EmptySpace around(boolean[] visible, int across, int down, int deep) {
        byte[] away = new byte[visible.length];
        for (int i = 0; i < away.length; i++) {
            away[i] = visible[i] ? 0 : FAR;
        }
        EmptySpace space = new EmptySpace(across, down, deep, away);
        // two sweeps over half the neighbours each give the distance exactly
        for (int c = 0; c < deep; c++) {
            for (int b = 0; b < down; b++) {
                for (int a = 0; a < across; a++) {
                    space.nearer(a, b, c, -1);
                }
            }
        }
        for (int c = deep - 1; c >= 0; c--) {
            for (int b = down - 1; b >= 0; b--) {
                for (int a = across - 1; a >= 0; a--) {
                    space.nearer(a, b, c, 1);
                }
            }
        }
        return space;
    }

    /// Takes over what the neighbours on the swept side know.
    private void nearer(int a, int b, int c, int side) {
        int at = (c * down + b) * across + a;
        int best = away[at];
        if (best <= 1) {
            return;
        }
        if (a + side >= 0 && a + side < across) {
            best = Math.min(best, away[at + side] + 1);
        }
        if (b + side >= 0 && b + side < down) {
            best = Math.min(best, rowOf(a, at + side * across));
        }
        if (c + side >= 0 && c + side < deep) {
            int layer = at + side * across * down;
            best = Math.min(best, rowOf(a, layer));
            if (b > 0) {
                best = Math.min(best, rowOf(a, layer - across));
            }
            if (b + 1 < down) {
                best = Math.min(best, rowOf(a, layer + across));
            }
        }
        away[at] = (byte) Math.min(best, FAR);
    }

    private int rowOf(int a, int at) {
        int best = away[at];
        if (a > 0) {
            best = Math.min(best, away[at - 1]);
        }
        if (a + 1 < across) {
            best = Math.min(best, away[at + 1]);
        }
        return best + 1;
    }

    /// **Shape:** `deep × down × across`. **Owner:** shared, written by nobody.
    public byte[] away() {
        return away;
    }

    public int across() {
        return across;
    }

    public int down() {
        return down;
    }

    public int deep() {
        return deep;
    }
}
