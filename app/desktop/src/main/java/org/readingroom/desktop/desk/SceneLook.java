package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.SceneCut;
import org.readingroom.viewer.viewport.TransferPresets;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// How a volume is seen from outside.
///
/// `camera` is that of a view one logical pixel wide, so that the picture keeps its size relative to the view; null
/// stands for the front. `clip` null shows the whole volume; `cuts` were taken off it one after the other.
public record SceneLook(
        @Nullable Camera camera,
        String preset,
        boolean isShaded,
        @Nullable ClipBox clip,
        boolean showsBox,
        List<SceneCut> cuts,
        boolean takesScissors) {
    /// The transfer function that follows the view's window and palette, for values that are no HU.
    public static final String BY_WINDOW = "window";

    /// The brightest value on every ray, through the view's window and palette.
    public static final String BRIGHTEST = "mip";

    /// chosen: how far one step of a key turns the volume.
    private static final double STEP_DEGREES = 10;

    /// chosen: a few voxels fill the view.
    private static final double CLOSEST = 40;
    /// chosen: the volume is a thumbnail.
    private static final double FARTHEST = 8;

    public SceneLook {
        cuts = List.copyOf(cuts);
    }

    /// From the front, as suits the modality: only CT has values that stand for tissues.
    public static SceneLook opening(String modality) {
        return new SceneLook(
                null,
                switch (modality) {
                    case "CT" -> "bone";
                    case "PT", "NM" -> BRIGHTEST;
                    default -> BY_WINDOW;
                },
                true,
                null,
                false,
                List.of(),
                false);
    }

    /// The presets in the order of their keys.
    static List<String> presets(String modality) {
        List<String> own = List.of(BY_WINDOW, BRIGHTEST);
        if (!modality.equals("CT")) {
            return own;
        }
        return java.util.stream.Stream.concat(
                        TransferPresets.all().stream().map(TransferPresets.Preset::id), own.stream())
                .toList();
    }

    /// The camera for a view whose shorter side has so many logical pixels.
    Camera camera(Volume volume, double side) {
        return unit(volume).zoomed(side);
    }

    private Camera unit(Volume volume) {
        return camera == null ? opening(volume) : camera;
    }

    /// From the front; the volume fills the view, and its corners leave it only when it is turned.
    private static Camera opening(Volume volume) {
        Camera front = Camera.front(volume, 1);
        double side = Math.max(ViewResolver.extent(volume, front.right()), ViewResolver.extent(volume, front.down()));
        return front.zoomed(front.mmPerPixel() / side);
    }

    ClipBox box(Volume volume) {
        return clip == null ? ClipBox.whole(volume) : clip;
    }

    SceneLook turned(Volume volume, double degreesRight, double degreesDown) {
        return withCamera(unit(volume).orbited(degreesRight, degreesDown));
    }

    SceneLook stepped(Volume volume, int right, int down) {
        return turned(volume, right * STEP_DEGREES, down * STEP_DEGREES);
    }

    /// Closer, within what still shows something.
    SceneLook zoomed(Volume volume, double factor) {
        Camera now = unit(volume);
        double fitted = opening(volume).mmPerPixel();
        double wanted = Math.clamp(now.mmPerPixel() / factor, fitted / CLOSEST, fitted * FARTHEST);
        return withCamera(now.zoomed(now.mmPerPixel() / wanted));
    }

    SceneLook panned(Volume volume, double side, double pixelsRight, double pixelsDown) {
        return withCamera(unit(volume).panned(pixelsRight / side, pixelsDown / side));
    }

    SceneLook withCamera(@Nullable Camera newCamera) {
        return new SceneLook(newCamera, preset, isShaded, clip, showsBox, cuts, takesScissors);
    }

    public SceneLook withPreset(String newPreset) {
        return new SceneLook(camera, newPreset, isShaded, clip, showsBox, cuts, takesScissors);
    }

    SceneLook withShading(boolean shaded) {
        return new SceneLook(camera, preset, shaded, clip, showsBox, cuts, takesScissors);
    }

    SceneLook withClip(@Nullable ClipBox newClip) {
        return new SceneLook(camera, preset, isShaded, newClip, showsBox, cuts, takesScissors);
    }

    SceneLook withBox(boolean shown) {
        return new SceneLook(camera, preset, isShaded, clip, shown, cuts, takesScissors);
    }

    /// What else was cut off, after all before.
    SceneLook cut(SceneCut piece) {
        List<SceneCut> more = new ArrayList<>(cuts);
        more.add(piece);
        return new SceneLook(camera, preset, isShaded, clip, showsBox, more, takesScissors);
    }

    /// The last piece put back.
    SceneLook uncut() {
        List<SceneCut> fewer = cuts.isEmpty() ? cuts : cuts.subList(0, cuts.size() - 1);
        return new SceneLook(camera, preset, isShaded, clip, showsBox, fewer, takesScissors);
    }

    SceneLook withScissors(boolean taken) {
        return new SceneLook(camera, preset, isShaded, clip, showsBox, cuts, taken);
    }
}
