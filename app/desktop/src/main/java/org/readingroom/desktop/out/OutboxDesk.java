package org.readingroom.desktop.out;

import java.util.UUID;
import org.readingroom.services.sync.OutboxStory;
import org.readingroom.viewer.model.WorkstationException;

/// What is known of one entry, and what a person decides about it.
///
/// **Thread:** any but `fx`; blocks.
public interface OutboxDesk {
    OutboxStory story(UUID id) throws WorkstationException;

    /// Tries it again at once. False when there is nothing left to send.
    boolean retry(UUID id) throws WorkstationException;

    /// It was seen to by other means, which `reason` names; it is never sent. False when it was sent already.
    boolean setAside(UUID id, String reason) throws WorkstationException;
}
