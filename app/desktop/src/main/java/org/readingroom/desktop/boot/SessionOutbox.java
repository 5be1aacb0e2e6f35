package org.readingroom.desktop.boot;

import java.util.UUID;
import org.readingroom.desktop.out.OutboxDesk;
import org.readingroom.services.home.OutboxDecisions;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxStory;
import org.readingroom.viewer.model.WorkstationException;

/// The outbox of the session that is signed in.
record SessionOutbox(Session session) implements OutboxDesk {
    @Override
    public OutboxStory story(UUID id) throws WorkstationException {
        return session.outbox().story(id);
    }

    @Override
    public boolean retry(UUID id) throws WorkstationException {
        return new OutboxDecisions(session).retry(id);
    }

    @Override
    public boolean setAside(UUID id, String reason) throws WorkstationException {
        return new OutboxDecisions(session).setAside(id, reason);
    }
}
