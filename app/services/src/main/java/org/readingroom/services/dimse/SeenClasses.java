package org.readingroom.services.dimse;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.viewer.model.SeriesUid;

/// Which SOP classes series hold, as the archive listed them: C-GET has to name them beforehand.
///
/// **Thread:** any.
final class SeenClasses {
    /// chosen: series on their way here at one time are fewer.
    private static final int MOST = 2_000;

    private final Map<SeriesUid, Set<String>> classes = new LinkedHashMap<>();

    synchronized void seen(SeriesUid series, List<ArchiveInstance> instances) {
        Set<String> found = new LinkedHashSet<>();
        for (ArchiveInstance each : instances) {
            if (!each.sopClassUid().isBlank()) {
                found.add(each.sopClassUid().strip());
            }
        }
        classes.remove(series);
        classes.put(series, found);
        if (classes.size() > MOST) {
            classes.remove(classes.keySet().iterator().next());
        }
    }

    synchronized Set<String> of(SeriesUid series) {
        return Set.copyOf(classes.getOrDefault(series, Set.of()));
    }
}
