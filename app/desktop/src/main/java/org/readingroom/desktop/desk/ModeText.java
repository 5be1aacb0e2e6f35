package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedScene;
import org.readingroom.viewer.viewport.ResolvedView;

/// Writes what a volume seen from outside and a sheet along a path are, and how they were made.
// [impl->req~desk.corner-text~1]
final class ModeText {
    private final Messages words;
    private final CornerText corner;

    ModeText(Messages words) {
        this.words = words;
        this.corner = new CornerText(words);
    }

    /// What: kind of picture, series.
    List<String> what(Picture.Drawn shown, DisplaySet set) {
        List<String> lines = new ArrayList<>();
        switch (shown) {
            case Picture.Scene scene -> lines.add(words.get("desk.scene.name"));
            case Picture.Curve curve -> {
                lines.add(words.get("desk.curve." + curve.look().kind().name().toLowerCase(Locale.ROOT)));
                lines.add(words.get("desk.curve.length", CornerText.number(curve.lengthMm())));
            }
            case Picture.Ready flat -> {}
        }
        int series = set.facts().seriesNumber();
        lines.add(
                set.modality() + (series > 0 ? "  " + words.get("desk.corner.series", Integer.toString(series)) : ""));
        return lines;
    }

    /// How: preset, shading, clip, turn, window, and whether it is a draft.
    List<String> how(Picture.Drawn shown, DisplaySet set) {
        List<String> lines = new ArrayList<>();
        switch (shown) {
            case Picture.Scene scene -> scene(lines, scene, set);
            case Picture.Curve curve -> {
                if (curve.look().turnDegrees() != 0) {
                    lines.add(words.get(
                            "desk.curve.turned", CornerText.number(curve.look().turnDegrees())));
                }
                lines.add(corner.window(curve.curve().voi(), set));
            }
            case Picture.Ready flat -> {}
        }
        if (shown.resolved().quality() == Quality.FAST) {
            lines.add(words.get("desk.scene.draft"));
        }
        return lines;
    }

    private void scene(List<String> lines, Picture.Scene scene, DisplaySet set) {
        if (!scene.look().cuts().isEmpty()) {
            lines.add(words.get(
                    "desk.scene.cut", Integer.toString(scene.look().cuts().size())));
        }
        if (scene.look().takesScissors()) {
            lines.add(words.get("desk.scene.scissors"));
        }
        lines.add(words.get(presetKey(scene.look().preset())));
        switch (scene.resolved()) {
            case ResolvedScene rays -> {
                if (!rays.isShaded()) {
                    lines.add(words.get("desk.scene.unlit"));
                }
                if (scene.look().clip() != null) {
                    lines.add(words.get("desk.scene.clipped"));
                }
            }
            case ResolvedView brightest -> lines.add(corner.window(brightest.voi(), set));
            default -> {}
        }
    }

    static String presetKey(String preset) {
        return preset.equals(SceneLook.BY_WINDOW) || preset.equals(SceneLook.BRIGHTEST)
                ? "desk.scene.preset." + preset
                : "viewer.transfer." + preset;
    }
}
