package org.readingroom.desktop.reading;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.desktop.desk.Arriving;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.fetch.FetchStore;
import org.readingroom.services.store.ExpectedSeries;
import org.readingroom.services.store.ExpectedStudy;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// How much of a study is here, against the lists of the archive.
final class StudyStanding {
    private StudyStanding() {}

    /// Per series that the archive has more of, or whose study has or may have more; empty when all is here. `unread`
    /// are held, but cannot be shown: they count as not here.
    ///
    /// **Thread:** any but `fx`; blocks.
    static Map<SeriesUid, Arriving> of(StudyUid study, FetchStore store, Set<SopInstanceUid> unread)
            throws WorkstationException {
        Optional<ExpectedStudy> expected = store.expected().of(study);
        if (expected.isEmpty()) {
            return Map.of();
        }
        Map<SeriesUid, int[]> counts = new HashMap<>();
        int here = 0;
        int total = 0;
        for (ExpectedSeries series : expected.get().series()) {
            Set<SopInstanceUid> held = new HashSet<>();
            store.studies().instances(series.series().uid()).forEach(instance -> held.add(instance.uid()));
            held.removeAll(unread);
            int its = series.isListed()
                    ? (int) series.instances().stream()
                            .map(ArchiveInstance::uid)
                            .filter(held::contains)
                            .count()
                    : Math.min(held.size(), Math.max(0, series.count() - 1));
            int all = Math.max(series.count(), series.isListed() ? 0 : 1);
            counts.put(series.series().uid(), new int[] {its, all});
            here += its;
            total += all;
        }
        if (here >= total && expected.get().isListed() && !isDoubtful(study, store)) {
            return Map.of();
        }
        Map<SeriesUid, Arriving> standing = new HashMap<>();
        for (Map.Entry<SeriesUid, int[]> one : counts.entrySet()) {
            standing.put(one.getKey(), new Arriving(one.getValue()[0], one.getValue()[1], here, total));
        }
        return standing;
    }

    // [impl->req~fetch.settled~1]
    private static boolean isDoubtful(StudyUid study, FetchStore store) throws WorkstationException {
        Optional<LocalDateTime> taken = store.studies().study(study).map(Study::dateTime);
        return store.expected().isDoubtful(study, taken.orElse(null));
    }
}
