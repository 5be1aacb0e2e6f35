package org.readingroom.viewer.viewport;

import java.util.List;
import java.util.stream.Stream;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;

/// The windows a reader picks by number, for each modality.
///
/// **Units:** HU for CT, standardized uptake values for PET; other modalities have no absolute scale and no presets
/// beyond those of the file.
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

    /// From nothing to a standardized uptake value, as PET is read; 10 is what a set opens with.
    private static final List<Preset> UPTAKE =
            Stream.of(5, 7, 10, 15, 20).map(WindowPresets::uptake).toList();

    private WindowPresets() {}

    /// A named window; the name for people is the message `messageKey`.
    public record Preset(String id, String messageKey, Voi.Window window) {}

    /// The presets of a modality such as `CT`, in the order of their keys 1 to 9; empty where none
    /// make sense.
    public static List<Preset> of(String modality) {
        return modality.equals("CT") ? CT : List.of();
    }

    /// The presets of a display set: those of its modality, or of the unit its values are read in.
    public static List<Preset> of(DisplaySet set) {
        ValueUnit unit = set.frames().getFirst().modalityLut().unit();
        boolean isUptake = unit.ucum().equals("{SUVbw}g/ml") || unit.ucum().equals("{SUVlbm}g/ml");
        return isUptake ? UPTAKE : of(set.modality());
    }

    private static Preset uptake(int most) {
        return new Preset(
                "suv-" + most,
                "viewer.preset.suv-" + most,
                new Voi.Window(most / 2.0, most, Voi.Function.LINEAR_EXACT, ""));
    }

    private static Preset preset(String id, double center, double width) {
        return new Preset(id, "viewer.preset." + id, Voi.Window.linear(center, width));
    }
}
