package org.readingroom.services.reading;

import java.util.Optional;
import java.util.function.Function;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.Origin;

/// An object of the archive that marks ask for.
///
/// `slot` tells it from the other objects of the study: one that is made later in the same slot takes
/// the place of the one before. `content` is what it is made of, to the letter: the same content
/// makes no second object. `modality` (SR, PR, KO, SEG) is what the series is of.
public record ObjectToMake(
        String slot,
        String modality,
        int seriesNumber,
        String description,
        String sopClassUid,
        byte[] content,
        Writer writer) {
    /// Writes the finished Part 10 bytes.
    @FunctionalInterface
    public interface Writer {
        /// `before` is the object that the new one takes the place of; `others` finds the newest of a
        /// slot, those made a moment ago in the same step included.
        byte[] write(Origin origin, Optional<MadeObject> before, Function<String, Optional<MadeObject>> others)
                throws WorkstationException;
    }
}
