package org.readingroom.desktop.desk;

import org.readingroom.viewer.viewport.Slab;

/// The slabs that keys and menu go through.
final class SlabSteps {
    /// chosen: what the T key and the menu offer, in mm.
    static final double[] USUAL_MM = {0, 5, 10, 20, 40};
    /// chosen: what the brackets go through, in mm; half a millimetre to ten centimetres.
    private static final double[] FINE_MM = {
        0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100
    };

    private SlabSteps() {}

    /// The next usual thickness, thin after the thickest.
    static Slab next(Slab now) {
        for (double thickness : USUAL_MM) {
            if (thickness > now.thicknessMm()) {
                return of(now, thickness);
            }
        }
        return Slab.THIN;
    }

    /// Thicker or, below zero, thinner by some fine steps.
    static Slab thicker(Slab now, int steps) {
        int at = 0;
        while (at + 1 < FINE_MM.length && FINE_MM[at + 1] <= now.thicknessMm()) {
            at++;
        }
        return of(now, FINE_MM[Math.clamp(at + steps, 0, FINE_MM.length - 1)]);
    }

    static Slab nextProjection(Slab now) {
        Slab.Projection[] all = Slab.Projection.values();
        return now.thicknessMm() == 0
                ? now
                : new Slab(now.thicknessMm(), all[(now.projection().ordinal() + 1) % all.length]);
    }

    private static Slab of(Slab now, double thicknessMm) {
        if (thicknessMm == 0) {
            return Slab.THIN;
        }
        return new Slab(thicknessMm, now.thicknessMm() == 0 ? Slab.Projection.MAXIMUM : now.projection());
    }
}
