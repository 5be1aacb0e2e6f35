package org.readingroom.services.remote.dicomweb;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Study;

/// Whether a study is what was asked for. A server drops a filter it does not know without a word, and then lists
/// every study.
///
/// A value that the server does not tell cannot be held against the query: such a study is left out, for it may be
/// anybody's.
// [impl->req~archive.query~1]
final class StudyMatch implements Predicate<Study> {
    private final StudyQuery query;
    private final Pattern name;

    StudyMatch(StudyQuery query) {
        this.query = query;
        this.name = pattern(query.patientName());
    }

    @Override
    public boolean test(Study study) {
        return (query.study() == null || query.study().equals(study.uid()))
                && same(query.patientId(), study.patient().id().value())
                && same(query.accessionNumber(), study.accessionNumber())
                && (query.patientName().isBlank() || named(study.patient().name()))
                && within(study)
                && (query.modalities().isEmpty()
                        || query.modalities().stream()
                                .anyMatch(modality -> study.modalities().contains(modality)));
    }

    private static boolean same(String asked, String found) {
        return asked.isBlank() || asked.strip().equals(found.strip());
    }

    private boolean within(Study study) {
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

    /// One component group matches, with its carets or with blanks in their place, or the name as it is shown.
    private boolean named(PersonName found) {
        return Stream.of(found.alphabetic(), found.ideographic(), found.phonetic(), found.display())
                .filter(group -> !group.isEmpty())
                .flatMap(group -> Stream.of(plain(group), plain(group).replace(" ", "")))
                .anyMatch(group -> name.matcher(group).matches());
    }

    private static Pattern pattern(String wildcards) {
        StringBuilder regex = new StringBuilder();
        for (char each : plain(wildcards).toCharArray()) {
            regex.append(
                    switch (each) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(each));
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static String plain(String name) {
        return name.replace('^', ' ').strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }
}
