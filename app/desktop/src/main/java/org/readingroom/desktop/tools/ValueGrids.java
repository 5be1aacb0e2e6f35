package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.OtherUnit;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// Finds the pixels under a mark, wherever the desk holds them.
///
/// **Thread:** FX; never blocks: what is not here yet is asked for and missing this time.
interface ValueGrids {
    /// The study on the desk that a series is of; nothing where there is no such series, or nobody knows.
    default Optional<StudyUid> study(SeriesUid series) {
        return Optional.empty();
    }

    /// The display set that a mark was drawn on; nothing where there is none, or nobody knows which of several.
    default Optional<DisplaySet> set(Annotation annotation) {
        return Optional.empty();
    }

    /// The frame of a mark that was drawn on one.
    Optional<ImageFrame> frame(Annotation annotation);

    /// The values that a mark measures; nothing for colour, or while they are on their way.
    Optional<ValueGrid> grid(Annotation annotation);

    /// The other units that the values of the grid can be read in, and what they are multiplied by for that.
    default List<OtherUnit.Known> otherReadings(Annotation annotation) {
        return List.of();
    }
}
