package org.readingroom.desktop.film;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.SeriesFacts;

/// The words above and below the pictures of a page. What a file does not state is left out.
final class FilmWords {
    private final FilmDocument film;
    private final Messages words;

    FilmWords(FilmDocument film, Messages words) {
        this.film = film;
        this.words = words;
    }

    /// Whose, where and when: one line for the patient, one for the studies of the page.
    List<String> above(List<FilmPager.Placed> page) {
        Set<String> patients = new LinkedHashSet<>();
        Set<String> studies = new LinkedHashSet<>();
        for (FilmPager.Placed placed : page) {
            SeriesFacts facts = placed.item().picture().displaySet().facts();
            patients.add(joined(
                    facts.patient().name().display(), facts.patient().id().value(), facts.patientAge()));
            studies.add(joined(facts.institution(), date(facts.studyDate()), facts.studyDescription()));
        }
        return List.of(String.join("; ", patients), String.join("; ", studies));
    }

    /// Which page, and how large pictures are on it.
    String below(int page, int pages) {
        String size = film.sizing().isTrue() ? words.get("desktop.film.foot.true") : words.get("desktop.film.foot.fit");
        return words.get("desktop.film.foot", page, pages, size);
    }

    private static String joined(String... parts) {
        List<String> stated = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                stated.add(part.strip());
            }
        }
        return String.join(" · ", stated);
    }

    private static String date(String dicom) {
        return dicom.matches("\\d{8}")
                ? dicom.substring(0, 4) + "-" + dicom.substring(4, 6) + "-" + dicom.substring(6)
                : dicom;
    }
}
