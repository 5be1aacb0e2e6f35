package org.readingroom.services.home;

import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.ImportService;
import org.readingroom.services.reading.WorklistService;
import org.readingroom.services.store.AnnotationStore;
import org.readingroom.services.store.StudyStore;
import org.readingroom.services.sync.Outbox;
import org.readingroom.viewer.model.WorkstationException;

/// What a signed-in person can do. Closing it signs out and wipes the keys.
public final class Session implements AutoCloseable {
    Session() {}

    public User user() {
        throw new UnsupportedOperationException();
    }

    public StudyStore studies() {
        throw new UnsupportedOperationException();
    }

    public ImportService imports() {
        throw new UnsupportedOperationException();
    }

    public WorklistService worklist() {
        throw new UnsupportedOperationException();
    }

    public AnnotationStore annotations() {
        throw new UnsupportedOperationException();
    }

    public Outbox outbox() {
        throw new UnsupportedOperationException();
    }

    public AuditTrail audit() {
        throw new UnsupportedOperationException();
    }

    public void changePassword(char[] oldPassword, char[] newPassword) throws WorkstationException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
