package org.readingroom.services.reading;

import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

/// An object that was made here. `slot` is what it is of, such as the measurements of its study.
public record MadeObject(
        String slot, SopInstanceUid instance, SeriesUid series, String sopClassUid, int instanceNumber) {}
