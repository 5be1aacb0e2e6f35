package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplaySetRules;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the headers of a study's files and splits them into display sets, series by series.
///
/// A file that cannot be read is left out, counted, and said.
///
/// **Thread:** any but `fx` and `gl`; blocks; an interrupt stops it between files.
public final class StudyLoader {
    private static final Logger LOG = LoggerFactory.getLogger(StudyLoader.class);

    private final StudyStore store;

    public StudyLoader(StudyStore store) {
        this.store = store;
    }

    /// Hands the display sets of each series to `ready` as they are known; returns how many files were left out.
    public int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException {
        int unread = 0;
        for (Series series : store.series(study)) {
            List<ImageHeader> headers = new ArrayList<>();
            for (StoredInstance instance : store.instances(series.uid())) {
                if (Thread.currentThread().isInterrupted()) {
                    return unread;
                }
                if (instance.frames() == 0) {
                    continue;
                }
                try {
                    ImageHeader.of(store.open(instance.uid())).ifPresent(headers::add);
                } catch (WorkstationException e) {
                    unread++;
                    LOG.warn("an instance is left out of its series: {}", e.getMessage());
                }
            }
            List<DisplaySet> sets = DisplaySetRules.split(headers);
            if (!sets.isEmpty()) {
                ready.accept(sets);
            }
        }
        return unread;
    }
}
