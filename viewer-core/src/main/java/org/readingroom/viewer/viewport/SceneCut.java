package org.readingroom.viewer.viewport;

import java.util.List;
import org.readingroom.viewer.geometry.Vec3;

/// A piece taken out of a volume seen from outside: what lies under an outline drawn on the screen, through its whole
/// depth; or everything but that.
///
/// **Units:** `outline` in mm right and down of the target of `camera`, z is not used.
public record SceneCut(Camera camera, List<Vec3> outline, boolean keepsInside) {
    public SceneCut {
        outline = List.copyOf(outline);
        if (outline.size() < 3) {
            throw new IllegalArgumentException("an outline of " + outline.size() + " points");
        }
    }
}
