package org.readingroom.services.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~archive.match~1]
class StudyMatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static Study study(@Nullable LocalDateTime when) {
        return new Study(
                new StudyUid("2.25.1"),
                new Patient(new PatientId("P1", ""), PersonName.parse("Li^Na=李^娜"), null, Sex.ofCode("F")),
                "A1",
                when,
                "",
                new TreeSet<>(List.of("CT", "SR")),
                "",
                1,
                1);
    }

    private static void expect(boolean isMatch, StudyQuery query) {
        assertEquals(isMatch, new StudyMatch(query).matches(study(DAY.atTime(23, 59))), query.toString());
    }

    private static StudyQuery of(String id, String name, String accession, String modality) {
        return new StudyQuery(
                id, name, accession, null, null, modality.isEmpty() ? List.of() : List.of(modality), null);
    }

    @Test
    void everyFieldNarrowsAndAnEmptyOneDoesNot() {
        expect(true, of("", "", "", ""));
        expect(true, of("P1", "李娜", "A1", "SR"));
        expect(false, of("P2", "", "", ""));
        expect(false, of("P", "", "", ""));
        expect(false, of("", "王*", "", ""));
        expect(false, of("", "", "A2", ""));
        expect(false, of("", "", "", "MR"));
        expect(true, StudyQuery.ofStudy(new StudyUid("2.25.1")));
        expect(false, StudyQuery.ofStudy(new StudyUid("2.25.2")));
    }

    @Test
    void bothDaysOfARangeBelongToIt() {
        expect(true, new StudyQuery("", "", "", DAY, DAY, List.of(), null));
        expect(false, new StudyQuery("", "", "", DAY.plusDays(1), null, List.of(), null));
        expect(false, new StudyQuery("", "", "", null, DAY.minusDays(1), List.of(), null));
        StudyQuery since = new StudyQuery("", "", "", DAY, null, List.of(), null);
        assertEquals(false, new StudyMatch(since).matches(study(null)));
    }
}
