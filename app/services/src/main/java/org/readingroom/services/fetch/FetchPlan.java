package org.readingroom.services.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.store.ExpectedSeries;
import org.readingroom.services.store.ExpectedStudy;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// What to ask for next of one study: the list of its first series and that one's first pictures, then the other
/// lists and first pictures, then the rest, series by series.
///
/// **Thread:** any; several workers draw from it.
final class FetchPlan {
    /// One thing to ask the archive for.
    sealed interface Step {
        SeriesFetch series();

        record ListSeries(SeriesFetch series) implements Step {}

        /// The first picture, while the list is on its way.
        record Ahead(SeriesFetch series) implements Step {}

        record One(SeriesFetch series, ArchiveInstance instance) implements Step {}

        record Whole(SeriesFetch series) implements Step {}
    }

    private final StudyUid study;
    private final Map<SeriesUid, SeriesFetch> all = new LinkedHashMap<>();
    private int underWay;
    private boolean isStopped;
    private boolean isWholeAllowed = true;
    private boolean isAheadWanted;
    private boolean wasHurried;

    FetchPlan(StudyUid study) {
        this.study = study;
    }

    /// The series of the study in the order in which they are wanted; those known before keep what is here.
    synchronized void series(List<Series> found) {
        Map<SeriesUid, SeriesFetch> next = new LinkedHashMap<>();
        for (Series one : found) {
            SeriesFetch known = all.get(one.uid());
            if (known != null) {
                known.relist();
            }
            next.put(one.uid(), known == null ? new SeriesFetch(one) : known);
        }
        all.clear();
        all.putAll(next);
    }

    /// Whether whole series may be asked for; on a slow link they are not, so that a coarse whole comes first.
    synchronized void allowWhole(boolean isAllowed) {
        isWholeAllowed = isAllowed;
    }

    // [impl->req~fetch.first-picture~1]
    /// Nothing is here of a study somebody waits for: once, its first picture may come before the list it stands in,
    /// which takes an archive the longer the longer it is.
    synchronized void hurry(boolean isAwaited) {
        isAheadWanted = isAwaited && !wasHurried && here() == 0;
        wasHurried |= isAheadWanted;
    }

    /// The next thing to do; waits while another worker's step may bring some. Nothing when all is done or stopped.
    synchronized @Nullable Step take() throws InterruptedException {
        while (!isStopped) {
            Step step = next();
            if (step != null) {
                underWay++;
                return step;
            }
            if (underWay == 0) {
                break;
            }
            wait();
        }
        notifyAll();
        return null;
    }

    private @Nullable Step next() {
        for (SeriesFetch one : all.values()) {
            if (one.wantsList()) {
                one.listing();
                return new Step.ListSeries(one);
            }
            if (isAheadWanted && one.isListing()) {
                isAheadWanted = false;
                return new Step.Ahead(one);
            }
            Step head = one.hasHead() ? single(one) : null;
            if (head != null) {
                return head;
            }
        }
        for (SeriesFetch one : all.values()) {
            if (one.hasMore()) {
                if (isWholeAllowed && one.isBetterWhole()) {
                    if (one.isHeadOut()) {
                        // the stream must not overtake the first pictures
                        return null;
                    }
                    one.streaming();
                    return new Step.Whole(one);
                }
                return single(one);
            }
        }
        return null;
    }

    private static @Nullable Step single(SeriesFetch series) {
        ArchiveInstance instance = series.next();
        return instance == null ? null : new Step.One(series, instance);
    }

    /// A step has ended; `change` says what came of it.
    synchronized void done(Step step, Consumer<SeriesFetch> change) {
        change.accept(step.series());
        if (step instanceof Step.One one) {
            one.series().ended(one.instance());
        }
        underWay--;
        notifyAll();
    }

    synchronized void change(SeriesFetch series, Consumer<SeriesFetch> change) {
        change.accept(series);
        notifyAll();
    }

    synchronized Optional<ArchiveInstance> listed(SeriesFetch series, SopInstanceUid uid) {
        return series.instance(uid);
    }

    synchronized boolean isHere(SeriesFetch series, SopInstanceUid uid) {
        return series.isHere(uid);
    }

    /// Workers take nothing more.
    synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    synchronized void resume() {
        isStopped = false;
    }

    synchronized boolean isStopped() {
        return isStopped;
    }

    synchronized void forgive() {
        all.values().forEach(SeriesFetch::forgive);
    }

    synchronized Optional<SeriesFetch> of(SeriesUid uid) {
        return Optional.ofNullable(all.get(uid));
    }

    synchronized List<SeriesFetch> all() {
        return List.copyOf(all.values());
    }

    /// Whether all lists were given in this round.
    synchronized boolean isFresh() {
        return all.values().stream().allMatch(SeriesFetch::isFresh);
    }

    synchronized int here() {
        return all.values().stream().mapToInt(SeriesFetch::hereCount).sum();
    }

    synchronized int refused() {
        return all.values().stream().mapToInt(SeriesFetch::refusedCount).sum();
    }

    /// What the study should have, as far as it was listed.
    synchronized ExpectedStudy expected(String patientId) {
        List<ExpectedSeries> series = new ArrayList<>();
        for (SeriesFetch one : all.values()) {
            series.add(new ExpectedSeries(one.series(), one.isListed(), one.instances()));
        }
        return new ExpectedStudy(study, patientId, series);
    }
}
