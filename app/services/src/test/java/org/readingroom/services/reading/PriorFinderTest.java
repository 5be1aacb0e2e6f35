package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.PriorStudy.When;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~priors.found~1]
// [utest->req~priors.identity~1]
class PriorFinderTest {
    private static final LocalDate BORN = LocalDate.of(1961, 5, 12);
    private static final Patient WANG = patient("P-1", "HOSP", "Wang^Fang=王^芳", BORN, Sex.FEMALE);

    private static Patient patient(String id, String issuer, String name, @Nullable LocalDate born, Sex sex) {
        return new Patient(new PatientId(id, issuer), PersonName.parse(name), born, sex);
    }

    private static Study study(
            String uid, Patient patient, @Nullable String at, String modality, String bodyPart, String description) {
        return new Study(
                new StudyUid(uid),
                patient,
                "",
                at == null ? null : LocalDateTime.parse(at),
                description,
                new TreeSet<>(List.of(modality)),
                bodyPart,
                1,
                1);
    }

    private static final Study NOW = study("1", WANG, "2026-01-15T09:30:00", "CT", "CHEST", "胸部CT平扫");

    private static List<String> uids(List<PriorStudy> priors) {
        return priors.stream().map(prior -> prior.study().uid().value()).toList();
    }

    @Test
    void theSamePlaceComesBeforeTheSameModalityBeforeTheSameProcedureBeforeTheLatest() {
        List<PriorStudy> found = PriorFinder.of(
                NOW,
                List.of(
                        study("head", WANG, "2026-01-14T08:00:00", "CT", "HEAD", "头颅CT"),
                        study("radiograph", WANG, "2026-01-10T08:00:00", "DX", "CHEST", "胸片"),
                        study("contrast", WANG, "2025-12-01T08:00:00", "CT", "CHEST", "胸部CT增强"),
                        study("old", WANG, "2024-01-01T08:00:00", "CT", "CHEST", "胸部CT平扫"),
                        study("older", WANG, "2023-01-01T08:00:00", "CT", "CHEST", "胸部CT平扫"),
                        NOW));
        assertEquals(List.of("old", "older", "contrast", "radiograph", "head"), uids(found));
        assertTrue(found.stream().allMatch(PriorStudy::isPrior));
    }

    @Test
    void whatCameLaterOrHasNoDateIsListedBehindAndIsNoPrior() {
        List<PriorStudy> found = PriorFinder.of(
                NOW,
                List.of(
                        study("later", WANG, "2026-03-01T08:00:00", "CT", "CHEST", ""),
                        study("undated", WANG, null, "CT", "CHEST", ""),
                        study("afternoon", WANG, "2026-01-15T16:00:00", "CT", "CHEST", ""),
                        study("morning", WANG, "2026-01-15T08:00:00", "CT", "CHEST", ""),
                        study("timeless", WANG, "2026-01-15T00:00:00", "CT", "CHEST", ""),
                        study("earlier", WANG, "2020-01-01T08:00:00", "MR", "FOOT", "")));
        assertEquals(List.of("morning", "earlier", "timeless", "undated", "afternoon", "later"), uids(found));
        assertEquals(
                List.of(When.EARLIER, When.EARLIER, When.SAME_DAY, When.UNDATED, When.LATER, When.LATER),
                found.stream().map(PriorStudy::when).toList());
        assertEquals(3, found.stream().filter(PriorStudy::isPrior).count());
        Study undated = study("2", WANG, null, "CT", "CHEST", "");
        assertEquals(
                When.UNDATED, PriorFinder.of(undated, List.of(NOW)).getFirst().when());
    }

    private static PatientIdentity identity(Patient other) {
        return PatientIdentity.of(WANG, other);
    }

    @Test
    void oneNumberOfOneIssuerIsOnePersonUnlessSomethingSpeaksAgainstIt() {
        assertEquals(PatientIdentity.SAME, identity(WANG));
        assertEquals(
                PatientIdentity.SAME, identity(patient(" p-1 ", "hosp", "wang^fang", BORN, Sex.FEMALE)), "as typed");
        assertEquals(PatientIdentity.SAME, identity(patient("Ｐ-1", "HOSP", "=王芳", null, Sex.UNKNOWN)), "full width");
        assertEquals(
                PatientIdentity.SAME, identity(patient("P-1", "HOSP", "王芳", BORN, Sex.FEMALE)), "characters alone");
        assertEquals(
                PatientIdentity.PERHAPS,
                identity(patient("P-1", "HOSP", "Wang^Fang=王^芳", BORN.plusDays(1), Sex.FEMALE)),
                "another birth date");
        assertEquals(
                PatientIdentity.PERHAPS,
                identity(patient("P-1", "HOSP", "Li^Fang=李^芳", BORN, Sex.FEMALE)),
                "a changed name");
        assertEquals(
                PatientIdentity.OTHER,
                identity(patient("P-1", "HOSP", "Li^Fang=李^芳", BORN.plusDays(1), Sex.FEMALE)),
                "a number given twice");
        assertEquals(PatientIdentity.OTHER, identity(patient("P-1", "HOSP", "Li^Gang=李^刚", null, Sex.MALE)));
        assertEquals(
                PatientIdentity.PERHAPS,
                identity(patient("P-1", "HOSP", "", null, Sex.UNKNOWN)),
                "nothing speaks for it but the number");
    }

    @Test
    void anotherIssuerMayHaveGivenTheNumberToAnotherPerson() {
        assertEquals(PatientIdentity.PERHAPS, identity(patient("P-1", "CLINIC", "Wang^Fang=王^芳", BORN, Sex.FEMALE)));
        assertEquals(
                PatientIdentity.OTHER,
                identity(patient("P-1", "CLINIC", "Wang^Fang=王^芳", BORN.plusYears(1), Sex.FEMALE)));
        assertEquals(
                PatientIdentity.SAME,
                identity(patient("P-1", "", "Wang^Fang=王^芳", BORN, Sex.FEMALE)),
                "a scanner that names no issuer");
        assertEquals(
                PatientIdentity.OTHER,
                identity(patient("P-1", "", "Wang^Fang=王^芳", null, Sex.FEMALE)),
                "a name alone is shared by many");
    }

    @Test
    void lookAlikesUnderAnotherNumberAreOfferedAndNeverSure() {
        Patient alike = patient("P-77", "HOSP", "Wang^Fang=王^芳", BORN, Sex.FEMALE);
        assertEquals(PatientIdentity.PERHAPS, identity(alike));
        assertEquals(PatientIdentity.OTHER, identity(patient("P-77", "HOSP", "Wang^Fang=王^芳", BORN, Sex.MALE)));
        assertEquals(PatientIdentity.OTHER, identity(patient("P-77", "HOSP", "Wang^Fang=王^芳", null, Sex.FEMALE)));
        assertEquals(PatientIdentity.PERHAPS, identity(patient("", "", "Wang^Fang=王^芳", BORN, Sex.FEMALE)));
        List<PriorStudy> found = PriorFinder.of(
                NOW,
                List.of(
                        study("alike", alike, "2026-01-14T08:00:00", "CT", "CHEST", "胸部CT平扫"),
                        study("sure", WANG, "2015-01-14T08:00:00", "MR", "FOOT", "")));
        assertEquals(List.of("sure", "alike"), uids(found));
        assertFalse(found.getLast().isPrior());
    }

    @Test
    void peopleWithoutNumberOrNameAreNobodys() {
        Patient nobody = patient("", "", "", null, Sex.UNKNOWN);
        assertEquals(PatientIdentity.OTHER, PatientIdentity.of(nobody, nobody));
    }

    @Test
    void regionsAreReadFromTheBodyPartOrTheDescription() {
        Study described = study("1", WANG, "2026-01-15T09:30:00", "CT", "", "胸腹部增强 chest abdomen");
        List<PriorStudy> found = PriorFinder.of(
                described,
                List.of(
                        study("head", WANG, "2026-01-14T08:00:00", "CT", "HEAD", ""),
                        study("unknown", WANG, "2026-01-13T08:00:00", "CT", "", ""),
                        study("liver", WANG, "2026-01-12T08:00:00", "MR", "LIVER", "")));
        assertEquals(List.of("liver", "unknown", "head"), uids(found));
    }
}
