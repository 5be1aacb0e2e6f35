package org.readingroom.services.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A server's acknowledgement: what it calls the thing, in which version, and when it issued it by its own clock.
///
/// `resource` and `version` are empty and `issued` is null where the server says nothing of them.
public record Receipt(
        String resource, String version, @Nullable Instant issued) {
    public static final Receipt PLAIN = new Receipt("", "", null);
}
