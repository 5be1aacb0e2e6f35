package org.readingroom.desktop.tools;

import java.util.Optional;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;

/// Finds the pixels under a mark, wherever the desk holds them.
///
/// **Thread:** FX; never blocks: what is not here yet is asked for and missing this time.
interface ValueGrids {
    /// The frame of a mark that was drawn on one.
    Optional<ImageFrame> frame(Annotation annotation);

    /// The values that an ellipse measures; nothing for colour, or while they are on their way.
    Optional<ValueGrid> grid(Annotation.Ellipse ellipse);
}
