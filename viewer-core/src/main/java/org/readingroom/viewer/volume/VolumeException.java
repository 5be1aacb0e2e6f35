package org.readingroom.viewer.volume;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// These frames make no volume; the stack still shows them. The key says why.
public final class VolumeException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public VolumeException(String messageKey, String facts) {
        super(messageKey, List.of(), facts, null);
    }
}
