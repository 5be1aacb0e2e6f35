package org.readingroom.services.identity;

import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// Nobody was signed in: wrong name or password, or too many tries (clause G14).
public final class SignInRefusedException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    public SignInRefusedException(String messageKey, List<Object> arguments, String facts) {
        super(messageKey, arguments, facts, null);
    }
}
