package org.readingroom.services.archive;

import java.time.LocalDate;
import java.util.Collections;
import org.readingroom.viewer.model.Study;

/// Whether a study is one of those asked for; said of everything an archive sends, as some pass over keys that
/// they do not know and send all they have.
// [impl->req~archive.match~1]
public final class StudyMatch {
    private final StudyQuery query;
    private final NamePattern name;

    public StudyMatch(StudyQuery query) {
        this.query = query;
        this.name = new NamePattern(query.patientName());
    }

    public boolean matches(Study study) {
        return (query.study() == null || query.study().equals(study.uid()))
                && isSame(query.patientId(), study.patient().id().value())
                && isSame(query.accessionNumber(), study.accessionNumber())
                && name.matches(study.patient().name())
                && isWithin(study)
                && (query.modalities().isEmpty() || !Collections.disjoint(query.modalities(), study.modalities()));
    }

    private static boolean isSame(String asked, String found) {
        return asked.isBlank() || asked.strip().equals(found.strip());
    }

    private boolean isWithin(Study study) {
        LocalDate from = query.from();
        LocalDate to = query.to();
        if (from == null && to == null) {
            return true;
        }
        if (study.dateTime() == null) {
            return false;
        }
        LocalDate day = study.dateTime().toLocalDate();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
