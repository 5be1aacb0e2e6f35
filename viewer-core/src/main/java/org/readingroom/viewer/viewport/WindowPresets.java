package org.readingroom.viewer.viewport;

import java.util.List;
import org.readingroom.viewer.display.Voi;

/// The windows a reader picks by number, for each modality.
///
/// **Units:** HU for CT; other modalities have no absolute scale and no presets beyond those of
/// the file.
/// **Source:** chosen: values in common use; lung and mediastinum after Hansell et al.
/// (doi:10.1148/radiol.2462070712)
/// and Goldman, Principles of CT (J Nucl Med Technol 2007;35:115).
// [impl->req~view.presets~1]
public final class WindowPresets {
    private static final List<Preset> CT = List.of(
            preset("lung", -600, 1500),
            preset("mediastinum", 40, 400),
            preset("bone", 400, 1800),
            preset("abdomen", 50, 350),
            preset("liver", 60, 160),
            preset("brain", 40, 80),
            preset("stroke", 32, 40),
            preset("angiography", 300, 600),
            preset("wide", 0, 2500));

    private WindowPresets() {}

    /// A named window; the name for people is the message `messageKey`.
    public record Preset(String id, String messageKey, Voi.Window window) {}

    /// The presets of a modality such as `CT`, in the order of their keys 1 to 9; empty where none
    /// make sense.
    public static List<Preset> of(String modality) {
        return modality.equals("CT") ? CT : List.of();
    }

    private static Preset preset(String id, double center, double width) {
        return new Preset(id, "viewer.preset." + id, Voi.Window.linear(center, width));
    }
}
