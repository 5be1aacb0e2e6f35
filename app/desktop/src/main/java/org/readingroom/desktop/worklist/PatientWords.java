package org.readingroom.desktop.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Study;

/// Patients and studies in the words of lists and bars.
public final class PatientWords {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private PatientWords() {}

    /// The name as it is called out, and how it is written in Latin letters behind it.
    public static String name(Words words, Patient patient) {
        String shown = patient.name().display();
        return shown.isBlank() ? words.get("desktop.patient.nameless") : shown;
    }

    /// The Latin letters beside a name in characters; empty when the name is already in them.
    public static String latin(Patient patient) {
        PersonName name = patient.name();
        return name.ideographic().isBlank()
                ? ""
                : name.alphabetic().replace('^', ' ').strip();
    }

    public static String sex(Words words, Patient patient) {
        return words.get("desktop.sex." + patient.sex().name().toLowerCase(Locale.ROOT));
    }

    /// The age on the day of the study: years, below three years months, below one month days; empty when
    /// either date is unknown or the study is before the birth.
    public static String age(Words words, @Nullable LocalDate birth, @Nullable LocalDate on) {
        if (birth == null || on == null || on.isBefore(birth)) {
            return "";
        }
        long years = ChronoUnit.YEARS.between(birth, on);
        if (years >= 3) {
            return words.get("desktop.age.years", years);
        }
        long months = ChronoUnit.MONTHS.between(birth, on);
        return months >= 1
                ? words.get("desktop.age.months", months)
                : words.get("desktop.age.days", ChronoUnit.DAYS.between(birth, on));
    }

    public static String age(Words words, Study study) {
        return age(
                words,
                study.patient().birthDate(),
                study.dateTime() == null ? null : study.dateTime().toLocalDate());
    }

    /// The age on the day of the study, or of the order while there is no study.
    static String age(Words words, WorklistRow row) {
        return age(words, row.patient().birthDate(), day(row));
    }

    /// The day of the study, or of the order while there is no study.
    static @Nullable LocalDate day(WorklistRow row) {
        LocalDateTime taken = row.study().map(Study::dateTime).orElse(null);
        if (taken != null) {
            return taken.toLocalDate();
        }
        Instant asked = row.order() == null ? null : row.order().requested();
        return asked == null ? null : LocalDate.ofInstant(asked, ZoneId.systemDefault());
    }

    public static String date(Study study) {
        return study.dateTime() == null ? "" : MINUTE.format(study.dateTime());
    }

    /// Sex, age and id with dots between; what is unknown is left out.
    public static String facts(Words words, Study study) {
        return dotted(
                sex(words, study.patient()),
                age(words, study),
                study.patient().id().value());
    }

    /// The same of a row, by its order where there is one.
    public static String facts(Words words, WorklistRow row) {
        return dotted(
                sex(words, row.patient()), age(words, row), row.patient().id().value());
    }

    /// What was examined and when.
    public static String examination(Study study) {
        return dotted(String.join("+", study.modalities()), study.bodyPart(), study.description(), date(study));
    }

    /// Whose and what is ordered, with what tells it from another order of the same patient.
    public static String ordered(Words words, Order order) {
        return dotted(
                name(words, order.patient()),
                order.patient().id().value(),
                order.modality(),
                order.bodyPart(),
                order.description(),
                order.accessionNumber());
    }

    private static String dotted(String... parts) {
        List<String> filled = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                filled.add(part);
            }
        }
        return String.join(" · ", filled);
    }
}
