package org.readingroom.services.sync;

import java.time.Instant;
import java.util.Locale;

/// One line of the story of an entry of the outbox.
///
/// `reasonKey` is a line of the message bundles that says why, empty where there is nothing to say; `words` are
/// those of the server or of the person, as they came.
public record OutboxEvent(Instant at, Kind kind, String reasonKey, String words) {
    public enum Kind {
        /// An attempt failed and will be repeated; told once while the reason stays the same.
        FAILED,
        /// The server will not have it.
        DEAD,
        /// It was changed on the server.
        CONFLICT,
        /// A person asked for another attempt.
        RETRIED,
        /// A person has seen to it by other means; `words` say how.
        SET_ASIDE,
        /// Another version was signed in its place.
        WITHDRAWN,
        /// The server has acknowledged it.
        SENT;

        /// A line of the message bundles.
        public String messageKey() {
            return "services.outbox.event." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
