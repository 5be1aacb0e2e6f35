package org.readingroom.desktop.desk;

import org.readingroom.viewer.display.Voi;

/// The modality values at which a window turns black and white.
final class WindowEnds {
    private WindowEnds() {}

    /// Low, then high.
    static double[] of(Voi voi) {
        return switch (voi) {
            case Voi.Window w -> new double[] {w.center() - w.width() / 2, w.center() + w.width() / 2};
            case Voi.Table t -> new double[] {t.firstMapped(), t.firstMapped() + t.values().length - 1.0};
        };
    }

    /// A plain window over the same values, to start a drag from.
    static Voi.Window window(Voi voi) {
        return switch (voi) {
            case Voi.Window w -> w;
            case Voi.Table t -> Voi.Window.linear(t.firstMapped() + t.values().length / 2.0, t.values().length);
        };
    }
}
