package org.readingroom.desktop.reading;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.InvalidationListener;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.Arriving;
import org.readingroom.desktop.desk.DeskGrowth;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.report.ui.MissingImages;
import org.readingroom.services.fetch.FetchStore;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the desk at what is here of the studies on it: marks what is incomplete, and takes up what arrives.
///
/// **Thread:** FX, but where said.
// [impl->req~desk.growing-set~1]
public final class StudyGrowth implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StudyGrowth.class);

    /// chosen: soon enough to see it grow; reading the lists of a long series costs a few hundredths of that.
    private static final long BETWEEN_NANOS = 250_000_000;

    /// Puts display sets of the study that is read on the desk.
    interface Taker {
        void take(Study study, SeriesUid series, List<DisplaySet> sets);

        /// Nothing is here and nothing comes; `messageKey` says why.
        void nothing(Study study, String messageKey);

        /// `unread` of the files that are here cannot be shown.
        void leftOut(int unread);
    }

    /// What one look at the store found.
    private record Look(Map<SeriesUid, Arriving> standing, Map<SeriesUid, List<DisplaySet>> sets, int unread) {}

    private final FetchStore store;
    private final @Nullable StudyFetcher fetcher;
    private final ReadingDeskModel desk;
    private final DeskGrowth growth;
    private final TaskRunner runner;
    private final SeriesReader reader;
    private final Map<StudyUid, Map<SeriesUid, Arriving>> standings = new ConcurrentHashMap<>();
    private final Map<SopInstanceUid, ImageHeader> headers = new ConcurrentHashMap<>();
    private final Map<SeriesUid, Set<SopInstanceUid>> taken = new ConcurrentHashMap<>();
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final @Nullable Listening told;
    private final InvalidationListener marker = o -> mark();
    private volatile @Nullable Study followed;
    private volatile long lookedNanos;
    private @Nullable Study wanted;
    private @Nullable Taker taker;
    private int leftOut;

    /// `fetcher` is null without an archive.
    public StudyGrowth(FetchStore store, @Nullable StudyFetcher fetcher, ReadingDeskModel desk, TaskRunner runner) {
        this.store = store;
        this.fetcher = fetcher;
        this.desk = desk;
        this.growth = new DeskGrowth(desk);
        this.runner = runner;
        this.reader = new SeriesReader(store.studies(), runner);
        desk.sets().addListener(marker);
        this.told = fetcher == null ? null : fetcher.onChange(this::changed);
    }

    /// Who puts the first sets of a study on the desk.
    void takeBy(Taker other) {
        taker = other;
    }

    /// Reads how much of `study` is here, before its files are read: no set is on the desk unmarked.
    ///
    /// **Thread:** any but `fx`; blocks.
    void look(StudyUid study) throws WorkstationException {
        standings.put(study, StudyStanding.of(study, store, Set.of()));
        store.cached().used(study, InstantSource.system().instant());
    }

    /// Whether more of `study` is expected than is here.
    boolean isComing(StudyUid study) {
        boolean isAsked = fetcher != null
                && fetcher.trouble(study).isEmpty()
                && !fetcher.readiness(study).isAllHere();
        return isAsked || !standings.getOrDefault(study, Map.of()).isEmpty();
    }

    /// What is not here of `study` while more is expected, for whoever signs.
    public Optional<MissingImages> missing(StudyUid study) {
        return standings.getOrDefault(study, Map.of()).values().stream()
                .findFirst()
                .map(now ->
                        new MissingImages(now.studyHere(), now.studyHere() < now.studyTotal() ? now.studyTotal() : 0));
    }

    /// Asks for what is missing of the study that is opened, before everything else.
    void opened(Study study) {
        StudyFetcher archive = fetcher;
        wanted = study;
        if (archive != null) {
            // at once, so that letting go comes after it
            archive.want(study.uid(), Priority.ON_SCREEN);
        }
    }

    /// The files that were here are on the desk: from now on what arrives is taken up.
    void follow(Study study) {
        followed = study;
        leftOut = 0;
        taken.clear();
        headers.clear();
        if (fetcher != null) {
            lookSoon();
        }
    }

    /// The study was put away.
    void leave() {
        Study left = wanted;
        wanted = null;
        followed = null;
        headers.clear();
        taken.clear();
        if (left != null && fetcher != null) {
            fetcher.letGo(left.uid());
        }
    }

    private void changed(StudyUid study) {
        Study now = followed;
        if (now != null && now.uid().equals(study)) {
            lookSoon();
        } else if (standings.containsKey(study)) {
            runner.start(Lane.IO, Priority.NEIGHBOUR, () -> lookBeside(study));
        }
    }

    private void lookSoon() {
        isDue.set(true);
        if (isLooking.compareAndSet(false, true)) {
            runner.start(Lane.IO, Priority.ON_SCREEN, this::looking);
        }
    }

    private void looking() {
        try {
            while (isDue.getAndSet(false)) {
                long rest = lookedNanos + BETWEEN_NANOS - System.nanoTime();
                if (lookedNanos != 0 && rest > 0) {
                    Thread.sleep(rest / 1_000_000 + 1);
                }
                Study study = followed;
                if (study != null) {
                    isDue.set(false);
                    Look look = lookAt(study.uid());
                    lookedNanos = look.sets().isEmpty() ? 0 : System.nanoTime();
                    runner.start(Lane.FX, Priority.ON_SCREEN, () -> found(study, look));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (WorkstationException e) {
            LOG.warn("what arrived of a study cannot be read: {}", e.getMessage());
        } finally {
            isLooking.set(false);
            if (isDue.get()) {
                lookSoon();
            }
        }
    }

    /// A study that is beside the one being read is marked, and grows when it is opened again.
    private void lookBeside(StudyUid study) {
        try {
            look(study);
            runner.start(Lane.FX, Priority.NEIGHBOUR, this::mark);
        } catch (WorkstationException e) {
            LOG.warn("the standing of a study cannot be read: {}", e.getMessage());
        }
    }

    private Look lookAt(StudyUid study) throws WorkstationException, InterruptedException {
        Map<SeriesUid, List<DisplaySet>> sets = new HashMap<>();
        Set<SopInstanceUid> unread = new HashSet<>();
        for (var series : store.studies().series(study)) {
            List<StoredInstance> instances = store.studies().instances(series.uid());
            Set<SopInstanceUid> uids = new HashSet<>();
            instances.forEach(instance -> uids.add(instance.uid()));
            if (!uids.equals(taken.get(series.uid()))) {
                SeriesReader.Found read = reader.read(instances, Priority.ON_SCREEN, headers);
                unread.addAll(read.left());
                uids.removeAll(read.left()); // the next look tries them again
                taken.put(series.uid(), uids);
                List<DisplaySet> found = read.sets().stream()
                        .filter(set -> !set.modality().equals("SEG"))
                        .toList();
                if (!found.isEmpty()) {
                    sets.put(series.uid(), found);
                }
            }
        }
        Map<SeriesUid, Arriving> standing = StudyStanding.of(study, store, unread);
        standings.put(study, standing);
        return new Look(standing, sets, unread.size());
    }

    private void found(Study study, Look look) {
        Study now = followed;
        if (now == null || !now.uid().equals(study.uid())) {
            return;
        }
        Taker first = taker;
        look.sets().forEach((series, sets) -> {
            if (first != null && desk.studies().sets(study.uid()).isEmpty()) {
                first.take(study, series, sets);
            } else {
                growth.take(study.uid(), series, sets);
            }
        });
        if (first != null && fetcher != null && desk.studies().sets(study.uid()).isEmpty()) {
            fetcher.trouble(study.uid())
                    .filter(trouble -> !trouble.isRetried())
                    .ifPresent(trouble -> first.nothing(study, trouble.messageKey()));
        }
        if (first != null && look.unread() > leftOut) {
            first.leftOut(look.unread());
        }
        leftOut = look.unread();
        mark();
        if (look.standing().isEmpty() && look.unread() == 0) {
            headers.clear();
        }
    }

    private void mark() {
        desk.sets().stream()
                .map(set -> set.displaySet().study())
                .distinct()
                .toList()
                .forEach(this::mark);
    }

    private void mark(StudyUid study) {
        Map<SeriesUid, Arriving> standing = standings.getOrDefault(study, Map.of());
        growth.mark(study, standing::get);
    }

    @Override
    public void close() {
        leave();
        desk.sets().removeListener(marker);
        if (told != null) {
            told.close();
        }
    }
}
