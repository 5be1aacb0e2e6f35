package org.readingroom.services.fetch;

import java.util.function.Consumer;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;

/// Brings studies here in the background.
///
/// **Thread:** any; never blocks.
public interface StudyFetcher {
    Readiness readiness(StudyUid study);

    /// Fetches `study` at `priority`; asked for again with a more urgent one, it is promoted.
    void want(StudyUid study, Priority priority);

    /// Lets go of what is not here yet; what arrived stays.
    void giveUp(StudyUid study);

    /// Tells `listener` of each study whose readiness changed, on any thread, until the answer is closed.
    Subscription onChange(Consumer<StudyUid> listener);

    /// Ends a listener.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
