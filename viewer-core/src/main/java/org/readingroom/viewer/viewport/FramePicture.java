package org.readingroom.viewer.viewport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.FrameLayers;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.volume.FrameVolume;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceFocus;
import org.readingroom.viewer.volume.Volume;

/// Puts one frame on the screen: its window, its inversion, its overlays and shutter.
///
/// Everything that shows a single frame goes through here, so that a thumbnail, a view and a file of the command line
/// show
/// the same.
// [impl->req~view.file-layers~1]
public final class FramePicture {
    private FramePicture() {}

    /// The picture of `frame`; `slice` is what was decoded of it, or its subtraction when `data` asks for that.
    public static ResolvedView resolve(
            ImageFrame frame,
            Slice slice,
            DataPresentation data,
            ViewPresentation presentation,
            ViewResolver.PictureSize size) {
        ViewResolver.Look look = look(frame, slice, data);
        Volume volume = volume(frame, slice, look);
        return ViewResolver.resolve(volume, plane(volume), Slab.THIN, presentation, look, size);
    }

    /// The frame as a volume of one slice, in the range that the window needs.
    public static Volume volume(ImageFrame frame, Slice slice, ViewResolver.Look look) {
        return FrameVolume.of(frame, SliceFocus.on(slice, look.voi()));
    }

    /// The plane of the frame itself.
    public static ViewPlane plane(Volume volume) {
        return PlaneStack.of(volume, PlaneKind.ACQUIRED).plane(0);
    }

    public static ViewResolver.Look look(ImageFrame frame, Slice slice, DataPresentation data) {
        return new ViewResolver.Look(
                voi(frame, slice, data), data.inverted() != frame.inverse(), data, layers(frame, slice, data));
    }

    /// The window in force: the reader's, else the frame's own.
    public static Voi voi(ImageFrame frame, Slice slice, DataPresentation data) {
        if (data.voi() != null) {
            return data.voi();
        }
        return data.subtracts(frame) && slice instanceof GreySlice grey
                ? DefaultVoi.difference(grey)
                : DefaultVoi.of(frame, slice, data.fileVoi());
    }

    private static FrameLayers layers(ImageFrame frame, Slice slice, DataPresentation data) {
        ShownLayers shown = data.layers();
        StateLayers state = data.state();
        Optional<StateLayers.OfFrame> wanted = state == null ? Optional.empty() : state.of(frame);
        List<OverlayPlane> overlays = new ArrayList<>();
        int[] colours = slice instanceof GreySlice grey ? grey.colours() : null;
        if (shown.overlays()) {
            overlays.addAll(frame.extras().overlays());
            if (slice instanceof GreySlice grey) {
                overlays.addAll(grey.overlays());
            }
        }
        DisplayShutter shutter = frame.extras().shutter();
        if (wanted.isPresent()) {
            overlays.removeIf(overlay -> !wanted.get().shows(overlay));
            overlays.addAll(0, shown.overlays() ? wanted.get().overlays() : List.of());
            shutter = wanted.get().shutter();
        }
        shutter = shown.shutter() ? shutter : null;
        return overlays.isEmpty() && shutter == null && colours == null
                ? FrameLayers.NONE
                : new FrameLayers(
                        overlays,
                        shutter,
                        colours,
                        wanted.map(StateLayers.OfFrame::colours).orElse(Map.of()));
    }
}
