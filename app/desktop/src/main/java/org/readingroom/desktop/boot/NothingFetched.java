package org.readingroom.desktop.boot;

import java.util.function.Consumer;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;

/// What stands for the fetcher of a home without an archive.
enum NothingFetched implements StudyFetcher {
    INSTANCE;

    @Override
    public Readiness readiness(StudyUid study) {
        return Readiness.NOTHING;
    }

    @Override
    public void want(StudyUid study, Priority priority) {}

    @Override
    public void giveUp(StudyUid study) {}

    @Override
    public Listening onChange(Consumer<StudyUid> listener) {
        return () -> {};
    }
}
