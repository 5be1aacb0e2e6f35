package org.readingroom.desktop.tools;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.LineProfile;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.annotation.ValueHistogram;
import org.readingroom.viewer.display.ImageFrame;

/// The values under one mark, for the panel beside it: taken once until something is another.
///
/// **Thread:** FX.
final class MarkValues {
    /// Either, or neither while the pixels are on their way and for marks that have no values.
    record Shown(
            @Nullable ValueHistogram histogram, @Nullable LineProfile profile) {}

    private record Key(Annotation annotation, @Nullable ImageFrame frame, Object unit) {}

    private final ValueGrids grids;
    private @Nullable Key key;
    private Shown shown = new Shown(null, null);

    MarkValues(ValueGrids grids) {
        this.grids = grids;
    }

    Shown of(Annotation annotation) {
        Optional<ValueGrid> grid = grids.grid(annotation);
        if (grid.isEmpty()) {
            return new Shown(null, null);
        }
        ImageFrame frame = grids.frame(annotation).orElse(null);
        Key asked = new Key(annotation, frame, grid.get().unit());
        if (!Objects.equals(asked, key)) {
            key = asked;
            shown = new Shown(
                    ValueHistogram.of(annotation, grid.get()).orElse(null),
                    LineProfile.of(annotation, frame, grid.get()).orElse(null));
        }
        return shown;
    }
}
