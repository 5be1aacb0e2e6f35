package org.readingroom.services.store;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

/// What a study should have: its series and their instances as the archive listed them.
///
/// `patientId` is Patient ID (0010,0020) as the archive says, empty when it says nothing.
public record ExpectedStudy(StudyUid study, String patientId, List<ExpectedSeries> series) {
    public ExpectedStudy {
        series = List.copyOf(series);
    }

    public boolean isListed() {
        return series.stream().allMatch(ExpectedSeries::isListed);
    }

    public int total() {
        return series.stream().mapToInt(ExpectedSeries::count).sum();
    }

    public Optional<ExpectedSeries> of(SeriesUid uid) {
        return series.stream().filter(one -> one.series().uid().equals(uid)).findFirst();
    }

    public ExpectedStudy with(ExpectedSeries other) {
        return new ExpectedStudy(
                study,
                patientId,
                series.stream()
                        .map(one -> one.series().uid().equals(other.series().uid()) ? other : one)
                        .toList());
    }
}
