package org.readingroom.viewer.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fault from outside the program: a file, a disk, a server, a person.
///
/// It carries a message key for the person and facts for the log. Neither may hold patient data.
public class WorkstationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> messageArguments;

    /// `messageKey` names a line of the message bundles in `assets`, such as `viewer.file.not-dicom`;
    /// `facts` is English for the log.
    public WorkstationException(
            String messageKey, List<Object> messageArguments, String facts, @Nullable Throwable cause) {
        super(facts, cause);
        this.messageKey = messageKey;
        this.messageArguments = List.copyOf(messageArguments);
    }

    public WorkstationException(String messageKey, String facts) {
        this(messageKey, List.of(), facts, null);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> messageArguments() {
        return messageArguments;
    }
}
