package org.readingroom.desktop.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;

/// Whose picture a view shows, in words: what the study is to the one being read, its date, how far apart.
// [impl->req~desk.whose-picture~1]
final class StudyWords {
    private final Messages words;

    StudyWords(Messages words) {
        this.words = words;
    }

    /// Such as "Prior 1 · 2025-05-15 · 8 months earlier"; of a study that nobody put here, its date.
    String line(DeskStudies studies, DisplaySet set) {
        Optional<DeskStudy> found = studies.of(set.study());
        String date = found.map(study -> date(study.study()))
                .orElseGet(() -> CornerText.date(set.facts().studyDate()));
        String shown = date.isBlank() ? words.get("desk.study.undated") : date;
        return found.map(study -> line(studies, study, shown)).orElse(shown);
    }

    private String line(DeskStudies studies, DeskStudy study, String date) {
        String what = standing(study);
        if (study.isCurrent()) {
            return words.get("desk.study.line", what, date);
        }
        LocalDate current = studies.current().map(now -> day(now.study())).orElse(null);
        return words.get("desk.study.line-apart", what, date, TimeApart.of(words, current, day(study.study())));
    }

    /// Such as "Prior 1".
    String standing(DeskStudy study) {
        return words.get(
                "desk.standing." + study.standing().name().toLowerCase(Locale.ROOT), Integer.toString(study.number()));
    }

    /// Name and number of a patient, for views that must not be taken for those of another.
    String patient(Patient patient) {
        String name = patient.name().display();
        return words.get(
                "desk.study.patient",
                name.isBlank() ? words.get("desk.study.nameless") : name,
                patient.id().value().isBlank() ? "-" : patient.id().value());
    }

    static String date(Study study) {
        LocalDate day = day(study);
        return day == null ? "" : day.toString();
    }

    static @Nullable LocalDate day(Study study) {
        LocalDateTime time = study.dateTime();
        return time == null ? null : time.toLocalDate();
    }
}
