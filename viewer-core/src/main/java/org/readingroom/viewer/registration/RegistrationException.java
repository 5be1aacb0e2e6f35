package org.readingroom.viewer.registration;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// The values of these volumes give no alignment; the key says why.
public final class RegistrationException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    RegistrationException(String reason, String facts) {
        super("viewer.registration." + reason, List.of(), facts, null);
    }
}
