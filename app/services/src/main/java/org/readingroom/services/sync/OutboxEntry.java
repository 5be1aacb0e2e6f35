package org.readingroom.services.sync;

import java.time.Instant;
import java.util.UUID;
import org.readingroom.viewer.model.StudyUid;

/// Finished bytes on their way to a server. `id` is the idempotency key of the sending.
///
/// `report` is empty and `reportVersion` 0 for what is no version of a report.
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

    /// Whether it is a signed version of a report.
    public boolean isReport() {
        return !report.isEmpty();
    }

    public enum State {
        WAITING,
        SENT;

        /// A line of the message bundles.
        public String messageKey() {
            return "services.outbox.state." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
