package org.readingroom.services.fetch;

import java.util.Optional;
import java.util.function.Consumer;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;

/// Brings studies here in the background.
///
/// **Thread:** any; never blocks, but for a short look into the index.
public interface StudyFetcher {
    Readiness readiness(StudyUid study);

    /// Fetches `study` at `priority`; asked for again with a more urgent one, it is promoted.
    void want(StudyUid study, Priority priority);

    /// Lets go of what is not here yet; what arrived stays.
    void giveUp(StudyUid study);

    /// The study is no longer on screen: it goes on with the haste it had before, or is given up when nobody else
    /// asked for it.
    default void letGo(StudyUid study) {
        giveUp(study);
    }

    /// Whether `study` is on its way, or waits for its turn.
    default boolean isRunning(StudyUid study) {
        return false;
    }

    /// Why no more of `study` comes at the moment; nothing while all goes well.
    default Optional<FetchTrouble> trouble(StudyUid study) {
        return Optional.empty();
    }

    /// Tells `listener` of each study whose readiness changed, on any thread, until the answer is closed.
    Listening onChange(Consumer<StudyUid> listener);
}
