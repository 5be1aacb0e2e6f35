package org.readingroom.services.sync;

import java.time.Instant;
import java.util.UUID;
import org.readingroom.viewer.model.StudyUid;

/// Finished bytes on their way to a server. `id` is the idempotency key of the sending.
///
/// `report` is empty and `reportVersion` 0 for what belongs to no version of a report.
public record OutboxEntry(
        UUID id,
        StudyUid study,
        String report,
        int reportVersion,
        String kind,
        String mediaType,
        String target,
        Instant created,
        State state,
        int attempts,
        long bytes) {

    /// Whether it is a signed version of a report, and not something that goes with one.
    public boolean isReport() {
        return kind.equals(OutboxKinds.REPORT);
    }

    public enum State {
        WAITING,
        /// The server has acknowledged it.
        SENT,
        /// The server will not have it as it is: a person decides.
        DEAD,
        /// What it rests on was changed on the server: a person decides.
        CONFLICT,
        /// A person has seen to it by other means.
        SET_ASIDE,
        /// Another version was signed in its place.
        WITHDRAWN;

        /// Whether nothing will come of it without a person.
        public boolean needsPerson() {
            return this == DEAD || this == CONFLICT;
        }

        /// Whether it is still to reach the server.
        public boolean isOpen() {
            return this == WAITING || needsPerson();
        }

        /// A line of the message bundles.
        public String messageKey() {
            return "services.outbox.state."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
