package org.readingroom.desktop.worklist;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// How much of each study is here, asked of the fetcher in the background and followed from there: a long list is
/// looked through without waiting for the disk.
///
/// **Thread:** any; never blocks.
public final class KnownReadiness implements AutoCloseable {
    private final StudyFetcher fetcher;
    private final TaskRunner runner;
    private final Runnable changed;
    private final Map<StudyUid, Readiness> known = new ConcurrentHashMap<>();
    private final Set<StudyUid> asked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private final Listening told;

    /// `changed` is done when more is known than before, on any thread.
    public KnownReadiness(StudyFetcher fetcher, TaskRunner runner, Runnable changed) {
        this.fetcher = fetcher;
        this.runner = runner;
        this.changed = changed;
        this.told = fetcher.onChange(study -> {
            // read while the entry is held, so that no older answer comes to stand over this one
            known.computeIfPresent(study, (uid, before) -> fetcher.readiness(uid));
            changed.run();
        });
    }

    /// Nothing until the fetcher was asked.
    public Readiness of(StudyUid study) {
        Readiness now = known.get(study);
        if (now == null && asked.add(study)) {
            ask();
        }
        return now == null ? Readiness.NOTHING : now;
    }

    /// Studies came or went without the fetcher: all are asked for again.
    public void again() {
        asked.addAll(known.keySet());
        ask();
    }

    private void ask() {
        if (!asked.isEmpty() && isAsking.compareAndSet(false, true)) {
            runner.start(Lane.IO, Priority.THUMBNAIL, this::answer);
        }
    }

    private void answer() {
        try {
            for (StudyUid study : List.copyOf(asked)) {
                asked.remove(study);
                known.compute(study, (uid, before) -> fetcher.readiness(uid));
            }
        } finally {
            isAsking.set(false);
        }
        changed.run();
        ask();
    }

    @Override
    public void close() {
        told.close();
    }
}
