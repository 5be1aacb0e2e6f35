package org.readingroom.viewer.recist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.model.StudyUid;

/// One lesion through the studies of a patient. `organ` is the reader's word; nodes have a short axis for a
/// size.
///
/// **Order:** `readings` by date.
public record Lesion(String name, LesionRole role, boolean isNode, String organ, List<LesionReading> readings) {
    public Lesion {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a lesion without a name");
        }
        List<LesionReading> sorted = new ArrayList<>(readings);
        sorted.sort(FollowUp.BY_DATE);
        readings = List.copyOf(sorted);
        long studies = readings.stream().map(LesionReading::study).distinct().count();
        if (studies != readings.size()) {
            throw new IllegalArgumentException(readings.size() + " readings of " + studies + " studies");
        }
    }

    public Optional<LesionReading> in(StudyUid study) {
        return readings.stream()
                .filter(reading -> reading.study().equals(study))
                .findFirst();
    }

    /// With what is known in one study, in place of what was.
    public Lesion with(LesionReading reading) {
        List<LesionReading> all = new ArrayList<>(readings);
        all.removeIf(one -> one.study().equals(reading.study()));
        all.add(reading);
        return new Lesion(name, role, isNode, organ, all);
    }
}
