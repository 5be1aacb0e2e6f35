package org.readingroom.desktop.objects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.presentation.DisplayedArea;

/// Which part of each frame was last seen in a view.
///
/// **Thread:** FX.
public final class SeenParts {
    private final Map<FrameRef, DisplayedArea> parts = new HashMap<>();

    /// Told of every picture of a frame that is painted.
    void seen(ViewContext view) {
        view.frame().ifPresent(frame -> {
            Vec3 a = view.transform().screenToVoxel(0, 0);
            Vec3 b = view.transform()
                    .screenToVoxel(view.transform().width(), view.transform().height());
            // whole pixels, counted from one
            int left = (int) Math.round(Math.min(a.x(), b.x()) + 1.5);
            int top = (int) Math.round(Math.min(a.y(), b.y()) + 1.5);
            int right = (int) Math.round(Math.max(a.x(), b.x()) + 0.5);
            int bottom = (int) Math.round(Math.max(a.y(), b.y()) + 0.5);
            if (left <= right && top <= bottom) {
                parts.put(
                        frame.ref(),
                        new DisplayedArea(List.of(), left, top, right, bottom, DisplayedArea.SizeMode.SCALE_TO_FIT, 0));
            }
        });
    }

    Optional<DisplayedArea> of(FrameRef frame) {
        return Optional.ofNullable(parts.get(frame));
    }

    public void forget() {
        parts.clear();
    }
}
