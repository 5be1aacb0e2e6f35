package org.readingroom.services.link;

import java.time.Duration;

/// Asks a server whether it is there, as lightly as its protocol allows.
///
/// **Thread:** io; blocks no longer than it was told; an interrupt gives it up.
@FunctionalInterface
public interface LinkProbe {
    Found ask(Duration within);

    /// What a probe found. `messageKey` says why, empty for an answer.
    record Found(boolean isThere, boolean isWelcome, String messageKey) {
        /// It answered and knows this desk.
        public static final Found WELCOME = new Found(true, true, "");

        /// It answered that it does not know this desk.
        public static final Found UNWELCOME = new Found(true, false, ServerFault.SIGNED_OUT.messageKey());

        public static Found lost(ServerFault fault) {
            return new Found(false, false, fault.messageKey());
        }
    }
}
