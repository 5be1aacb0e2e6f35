package org.readingroom.services.store;

import java.util.List;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.viewer.model.Series;

/// One series as the archive has it.
///
/// `isListed` is false until its instances were asked for; `instances` is empty then, and the count that the series
/// carries is what the archive says in passing.
public record ExpectedSeries(Series series, boolean isListed, List<ArchiveInstance> instances) {
    public ExpectedSeries {
        instances = List.copyOf(instances);
    }

    public int count() {
        return isListed ? instances.size() : series.instanceCount();
    }
}
