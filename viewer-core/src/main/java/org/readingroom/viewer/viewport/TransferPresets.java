package org.readingroom.viewer.viewport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.palette.Palette;

/// The transfer functions a reader picks by name.
///
/// **Units:** HU. **Source:** chosen: thresholds at the HU of air, lung, fat, muscle, contrast and bone in
/// common use.
// [impl->req~view.volume-rendering~1]
public final class TransferPresets {
    private static final List<Preset> ALL = List.of(
            preset(
                    "bone",
                    node(150, 0x9A3B1E, 0),
                    node(250, 0xC8825A, 0.15),
                    node(450, 0xEBD8B4, 0.6),
                    node(1500, 0xFFFFFF, 0.9)),
            preset(
                    "vessel",
                    node(120, 0x7A1414, 0),
                    node(180, 0xC02A1E, 0.25),
                    node(300, 0xE6783C, 0.5),
                    node(600, 0xFFF0C8, 0.6),
                    node(1500, 0xFFFFFF, 0.7)),
            preset(
                    "lung",
                    node(-900, 0x3C5078, 0),
                    node(-800, 0x6E8CAA, 0.003),
                    node(-650, 0x90A8C8, 0.02),
                    node(-500, 0xE0A890, 0.1),
                    node(-400, 0xFFE0D0, 0.18),
                    // soft tissue would hide what lies behind it
                    node(-250, 0xFFE0D0, 0)),
            preset(
                    "skin",
                    node(-400, 0xB47864, 0),
                    node(-250, 0xD2A08C, 0.3),
                    node(0, 0xF0C8B4, 0.6),
                    node(1000, 0xFFF0E6, 0.8)));

    /// chosen: enough that straight lines between them follow every palette.
    private static final int WINDOW_STEPS = 32;

    /// chosen: the brightest values stop half of the light within three millimetres.
    private static final double WINDOW_OPACITY = 0.2;

    private TransferPresets() {}

    /// A named transfer function; the name for people is the message `messageKey`.
    public record Preset(String id, String messageKey, TransferFunction function) {}

    public static List<Preset> all() {
        return ALL;
    }

    public static Optional<Preset> of(String id) {
        return ALL.stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    /// What a window shows: nothing at its dark end, its palette's colours and more substance towards the other.
    ///
    /// For values that stand for no tissue, such as those of MR. It knows no inversion: what has most
    /// substance would be black before black.
    // [impl->req~view.rendering-by-window~1]
    public static TransferFunction byWindow(Voi voi, Palette palette) {
        double low;
        double high;
        switch (voi) {
            case Voi.Window window -> {
                low = window.center() - window.width() / 2;
                high = window.center() + window.width() / 2;
            }
            case Voi.Table table -> {
                low = table.firstMapped();
                high = (double) table.firstMapped() + table.values().length;
            }
        }
        List<TransferFunction.Node> nodes = new ArrayList<>();
        for (int i = 0; i <= WINDOW_STEPS; i++) {
            double part = (double) i / WINDOW_STEPS;
            int rgb = palette.argb((int) Math.round(255 * part)) & 0xFFFFFF;
            nodes.add(node(low + part * (high - low), rgb, WINDOW_OPACITY * part * part));
        }
        return new TransferFunction(nodes);
    }

    private static Preset preset(String id, TransferFunction.Node... nodes) {
        return new Preset(id, "viewer.transfer." + id, new TransferFunction(List.of(nodes)));
    }

    private static TransferFunction.Node node(double value, int rgb, double opacityPerMm) {
        return new TransferFunction.Node(value, rgb, opacityPerMm);
    }
}
