package org.readingroom.desktop.worklist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the list read anew when its rows say another thing of a study than is here by now: date, description and number
/// of images come with the files. At once for the first images and for the last; what grows in between is read now and
/// then.
///
/// **Thread:** FX, but where said.
// [impl->req~worklist.arrived~1]
public final class ArrivedRows implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivedRows.class);

    /// chosen: what grows moves in the list, and a long list is not read over and over for it.
    private static final int GROWN = 10;

    /// Of what changed: whether a row lacks what it will keep, and which rows are only some images behind.
    private record Stale(boolean isSoon, Set<StudyUid> grown) {}

    private final StudyFetcher fetcher;
    private final CaseOpening.Shelf shelf;
    private final WorklistViewModel model;
    private final TaskRunner runner;
    private final Set<StudyUid> changed = ConcurrentHashMap.newKeySet();
    private final Listening told;
    private boolean isLooking;
    private int looks;

    public ArrivedRows(StudyFetcher fetcher, CaseOpening.Shelf shelf, WorklistViewModel model, TaskRunner runner) {
        this.fetcher = fetcher;
        this.shelf = shelf;
        this.model = model;
        this.runner = runner;
        this.told = fetcher.onChange(changed::add);
    }

    /// Looks whether the rows are behind; to be done each second or so.
    public void look() {
        looks++;
        if (isLooking || changed.isEmpty() || !model.isIdle()) {
            return;
        }
        isLooking = true;
        Set<StudyUid> now = Set.copyOf(changed);
        // taken off before the disk is asked: what changes from here on is looked at again
        changed.removeAll(now);
        List<WorklistRow> rows = model.items();
        runner.start(Lane.IO, Priority.NEIGHBOUR, () -> stale(rows, now), this::found, this::failed);
    }

    private void found(Stale stale) {
        isLooking = false;
        if (stale.isSoon() || !stale.grown().isEmpty() && looks >= GROWN) {
            looks = 0;
            model.refresh();
        } else {
            changed.addAll(stale.grown());
        }
    }

    private void failed(Exception fault) {
        isLooking = false;
        LOG.warn("what arrived of studies cannot be read: {}", fault.getMessage());
    }

    private Stale stale(List<WorklistRow> rows, Set<StudyUid> studies) throws WorkstationException {
        Map<StudyUid, Integer> listed = new HashMap<>();
        for (WorklistRow row : rows) {
            row.uid()
                    .filter(studies::contains)
                    .ifPresent(uid -> listed.put(
                            uid, row.item() == null ? 0 : row.item().study().instanceCount()));
        }
        boolean isSoon = false;
        Set<StudyUid> grown = new HashSet<>();
        for (StudyUid study : studies) {
            boolean isAllHere = fetcher.readiness(study).isAllHere();
            int before = listed.getOrDefault(study, 0);
            int here = shelf.study(study).map(Study::instanceCount).orElse(0);
            if (before < here && before > 0 && !isAllHere) {
                grown.add(study);
            } else if (before != here) {
                isSoon = true;
            }
        }
        return new Stale(isSoon, grown);
    }

    /// **Thread:** any.
    @Override
    public void close() {
        told.close();
    }
}
