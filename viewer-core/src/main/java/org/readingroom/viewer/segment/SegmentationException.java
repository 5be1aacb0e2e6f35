package org.readingroom.viewer.segment;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// A segmentation that cannot be shown.
public final class SegmentationException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    SegmentationException(String messageKey, String facts) {
        super(messageKey, List.of(), facts, null);
    }
}
