package org.readingroom.viewer.recist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.model.StudyUid;

/// The lesions of one patient and when they were looked at. Immutable.
///
/// **Order:** `lesions` as they were named first.
// [impl->req~recist.follow-up~1]
public record FollowUp(List<Lesion> lesions) {
    public static final FollowUp EMPTY = new FollowUp(List.of());

    static final Comparator<LesionReading> BY_DATE = Comparator.comparing(LesionReading::date)
            .thenComparing(reading -> reading.study().value());

    /// A study in which lesions were looked at.
    public record Timepoint(StudyUid study, LocalDate date) {}

    public FollowUp {
        lesions = List.copyOf(lesions);
        long names = lesions.stream().map(Lesion::name).distinct().count();
        if (names != lesions.size()) {
            throw new IllegalArgumentException(lesions.size() + " lesions share " + names + " names");
        }
    }

    public Optional<Lesion> find(String name) {
        return lesions.stream().filter(lesion -> lesion.name().equals(name)).findFirst();
    }

    /// With `lesion` in place of that of its name, or after the others.
    public FollowUp with(Lesion lesion) {
        List<Lesion> next = new ArrayList<>(lesions);
        int at = next.indexOf(find(lesion.name()).orElse(null));
        if (at < 0) {
            next.add(lesion);
        } else {
            next.set(at, lesion);
        }
        return new FollowUp(next);
    }

    public FollowUp without(String name) {
        return new FollowUp(
                lesions.stream().filter(lesion -> !lesion.name().equals(name)).toList());
    }

    /// From the first, the baseline, to the last.
    public List<Timepoint> timepoints() {
        return lesions.stream()
                .flatMap(lesion -> lesion.readings().stream())
                .sorted(BY_DATE)
                .map(reading -> new Timepoint(reading.study(), reading.date()))
                .distinct()
                .toList();
    }

    /// The next free name: T1 for targets, N1 for others, X1 for new ones.
    public String nextName(LesionRole role) {
        String letter = switch (role) {
            case TARGET -> "T";
            case NON_TARGET -> "N";
            case NEW -> "X";
        };
        int number = 1;
        while (find(letter + number).isPresent()) {
            number++;
        }
        return letter + number;
    }
}
