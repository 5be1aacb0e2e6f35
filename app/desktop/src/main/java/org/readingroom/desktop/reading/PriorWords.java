package org.readingroom.desktop.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.TimeApart;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.services.reading.PriorStudy;
import org.readingroom.viewer.model.Study;

/// Priors in the words of lists.
final class PriorWords {
    private PriorWords() {}

    static String date(Words words, Study study) {
        LocalDate day = day(study);
        return day == null ? words.get("desk.study.undated") : day.toString();
    }

    /// How far from the study that is read.
    static String apart(Words words, @Nullable Study current, Study other) {
        return TimeApart.of(words.messagesProperty().get(), current == null ? null : day(current), day(other));
    }

    /// What was examined, without the day.
    static String what(Study study) {
        String modalities = String.join("+", study.modalities());
        String where = study.bodyPart().isBlank() ? study.description() : study.bodyPart();
        return where.isBlank() ? modalities : modalities + " · " + where;
    }

    /// Everything there is room for in a tip or a sheet.
    static String full(Words words, @Nullable Study current, PriorStudy prior) {
        Study study = prior.study();
        String facts = PatientWords.name(words, study.patient()) + " · " + PatientWords.facts(words, study);
        String text = PatientWords.examination(study) + "\n" + apart(words, current, study) + "\n" + facts;
        return prior.isSure() ? text : text + "\n" + words.get("desktop.priors.perhaps");
    }

    private static @Nullable LocalDate day(Study study) {
        return study.dateTime() == null ? null : study.dateTime().toLocalDate();
    }
}
