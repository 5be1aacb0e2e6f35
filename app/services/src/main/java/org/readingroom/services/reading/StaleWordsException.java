package org.readingroom.services.reading;

import org.readingroom.viewer.model.WorkstationException;

/// The words rest on what is no longer there: signed, handed on or changed since they were taken up.
final class StaleWordsException extends WorkstationException {
    private static final long serialVersionUID = 1L;

    StaleWordsException(String messageKey, String facts) {
        super(messageKey, facts);
    }
}
