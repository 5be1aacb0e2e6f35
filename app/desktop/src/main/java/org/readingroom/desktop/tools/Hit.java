package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.AnnotationId;

/// What lies under the pointer: a handle (`handle` 0 and up), the outline, or the label of a mark.
record Hit(AnnotationId annotation, Part part, int handle) {
    enum Part {
        HANDLE,
        OUTLINE,
        LABEL
    }

    /// chosen: a fingertip's worth on a workstation mouse, the same at every zoom.
    static final double HANDLE_PX = 10;

    static final double OUTLINE_PX = 8;

    /// The nearest handle in reach, those of the selected mark first; else the nearest outline, else a label.
    // [impl->req~tools.handles~1]
    static Optional<Hit> at(
            ScreenPoint at,
            List<MarkShape> shapes,
            Map<AnnotationId, LabelBox> labels,
            @Nullable AnnotationId selected) {
        Hit best = null;
        double nearest = HANDLE_PX;
        for (MarkShape shape : shapes) {
            boolean isSelected = shape.annotation().id().equals(selected);
            for (int i = 0; i < shape.handles().size(); i++) {
                // a selected mark wins among overlapping ones
                double distance = at.distanceTo(shape.handles().get(i)) - (isSelected ? 2 : 0);
                if (distance <= nearest) {
                    nearest = distance;
                    best = new Hit(shape.annotation().id(), Part.HANDLE, i);
                }
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        nearest = OUTLINE_PX;
        for (MarkShape shape : shapes) {
            double distance = shape.distanceTo(at);
            if (distance <= nearest) {
                nearest = distance;
                best = new Hit(shape.annotation().id(), Part.OUTLINE, -1);
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        for (MarkShape shape : shapes.reversed()) {
            LabelBox label = labels.get(shape.annotation().id());
            if (label != null && label.contains(at)) {
                return Optional.of(new Hit(shape.annotation().id(), Part.LABEL, -1));
            }
        }
        return Optional.empty();
    }
}
