package org.readingroom.services.export;

import java.util.Optional;
import org.readingroom.services.identity.User;

/// Who may let out what. This is the one place where an approval by somebody else is asked for, once there is one.
///
/// **Thread:** any but `fx` and `gl`; may block.
@FunctionalInterface
public interface ExportPolicy {
    /// The message key of the rule that forbids it, or nothing.
    Optional<String> objection(User user, ExportRequest request);
}
