package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// The order is of 测^1, P-1 of RR, born 1950-03-04, a man, under ACC1.
class IdentityDifferenceTest {
    private static final Order ORDER = OrderRows.waiting("1").order();

    // [utest->req~worklist.identity~1]
    @Test
    void whatTheFilesSayIsHeldAgainstTheOrder() {
        assertEquals(IdentityDifference.NONE, of("P-1", "Ce^1=测^1", 1950, Sex.MALE, "ACC1"));
        assertEquals(IdentityDifference.NONE, of("P-1", "Ce^1=测^1", 1950, Sex.MALE, ""), "says nothing");
        assertEquals(IdentityDifference.NONE, of("P-1", "Ce^1=测^1", 1950, Sex.MALE, " acc1 "), "as keyboards have it");
        assertEquals(IdentityDifference.NONE, of("P-1", "Ce^1", 1950, Sex.MALE, "ACC1"), "letters alone");
        assertEquals(IdentityDifference.NONE, of("P-1", "", 1950, Sex.UNKNOWN, "ACC1"), "number and birth date");
        assertEquals(IdentityDifference.OTHER_PATIENT, of("P-1", "", 1951, Sex.MALE, "ACC1"), "nothing but the number");
        assertEquals(IdentityDifference.ACCESSION, of("P-1", "Ce^1=测^1", 1950, Sex.MALE, "ACC2"));
        assertEquals(
                IdentityDifference.PERHAPS, of("P-1", "Ce^1=测^1", 1951, Sex.MALE, "ACC1"), "a mistyped birth date");
        assertEquals(IdentityDifference.OTHER_PATIENT, of("P-2", "Li^Ming=李^明", 1950, Sex.MALE, "ACC1"));
        assertEquals(IdentityDifference.OTHER_PATIENT, of("P-1", "Li^Ming=李^明", 1951, Sex.MALE, "ACC1"));
    }

    private static IdentityDifference of(String number, String name, int born, Sex sex, String accession) {
        Patient patient = new Patient(
                new PatientId(number, "another word for RR"), PersonName.parse(name), LocalDate.of(born, 3, 4), sex);
        return IdentityDifference.of(
                ORDER,
                new Study(
                        new StudyUid("2.25.9001"),
                        patient,
                        accession,
                        LocalDateTime.of(2026, 1, 5, 9, 30),
                        "Chest CT",
                        new TreeSet<>(Set.of("CT")),
                        "CHEST",
                        1,
                        10));
    }
}
