package org.readingroom.desktop.worklist;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.viewer.model.StudyUid;

/// How much of each study is here, asked of the fetcher once and again only when it tells of a change: a long list is
/// looked through without the disk.
///
/// **Thread:** any.
public final class KnownReadiness implements AutoCloseable {
    private final StudyFetcher fetcher;
    private final Map<StudyUid, Readiness> known = new ConcurrentHashMap<>();
    private final StudyFetcher.Subscription told;

    /// `changed` is told of each study, on any thread.
    public KnownReadiness(StudyFetcher fetcher, Consumer<StudyUid> changed) {
        this.fetcher = fetcher;
        this.told = fetcher.onChange(study -> {
            known.remove(study);
            changed.accept(study);
        });
    }

    public Readiness of(StudyUid study) {
        return known.computeIfAbsent(study, fetcher::readiness);
    }

    /// Rows were read anew: what was imported or taken away meanwhile is asked for again.
    public void forget() {
        known.clear();
    }

    @Override
    public void close() {
        told.close();
    }
}
