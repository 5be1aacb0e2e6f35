package org.readingroom.desktop.objects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.presentation.DisplayedArea;
import org.readingroom.viewer.presentation.SpatialTransform;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.viewport.ViewPresentation;

/// How the frames on the desk are seen, as presentation states say it.
///
/// **Thread:** FX.
// [impl->req~returned.look~1]
final class ViewLooks {
    private ViewLooks() {}

    /// Every frame of a set that is in a view, with the window, turn and flip of the first view that
    /// has it; the whole image, as large as fits.
    static Map<FrameRef, ImageLook> of(ReadingDeskModel desk) {
        Map<FrameRef, ImageLook> looks = new HashMap<>();
        for (ViewportModel view : desk.views()) {
            OpenSet set = view.setProperty().get();
            if (set != null && !set.displaySet().isDerived()) {
                ImageLook look = look(view, set, Optional.empty());
                set.displaySet().frames().forEach(frame -> looks.putIfAbsent(frame.ref(), look));
            }
        }
        return looks;
    }

    /// All frames of the stack in `view`, with the part that is seen; empty where the view shows no
    /// frame of a file.
    static Map<FrameRef, ImageLook> ofView(ViewportModel view, SeenParts parts) {
        OpenSet set = view.setProperty().get();
        Optional<ImageFrame> frame = view.frame();
        if (set == null || frame.isEmpty() || set.displaySet().isDerived()) {
            return Map.of();
        }
        ImageLook look = look(view, set, parts.of(frame.get().ref()));
        Map<FrameRef, ImageLook> looks = new HashMap<>();
        List<ImageFrame> frames = set.displaySet().frames();
        frames.forEach(one -> looks.put(one.ref(), look));
        return looks;
    }

    /// The window is over the values of the file; a set may be read in another unit.
    private static ImageLook look(ViewportModel view, OpenSet set, Optional<DisplayedArea> area) {
        double toFile = 1 / set.factor();
        Optional<Voi> voi = view.voi().flatMap(one -> toFile == 1 ? Optional.of(one) : one.scaled(toFile));
        return new ImageLook(
                voi,
                set.presentationProperty().get().inverted(),
                transform(view.presentationProperty().get()),
                area);
    }

    /// A view mirrors first and turns then, a state turns first; turns between quarters cannot be
    /// said and are none.
    private static SpatialTransform transform(ViewPresentation look) {
        double turn = look.turnDegrees();
        int quarter = turn % 90 == 0 ? (int) turn : 0;
        boolean isFlipped = look.flippedHorizontally();
        return new SpatialTransform(isFlipped ? (360 - quarter) % 360 : quarter, isFlipped);
    }
}
