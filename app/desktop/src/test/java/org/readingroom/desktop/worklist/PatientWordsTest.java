package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;

class PatientWordsTest {
    private final Words words = new Words(Locale.SIMPLIFIED_CHINESE);
    private final LocalDate on = LocalDate.of(2026, 3, 1);

    // [utest->req~shell.patient-bar~1]
    @Test
    void ageIsInYearsFromTheThirdBirthdayOn() {
        assertEquals("3岁", PatientWords.age(words, LocalDate.of(2023, 3, 1), on));
        assertEquals("35月", PatientWords.age(words, LocalDate.of(2023, 3, 2), on));
    }

    @Test
    void ageOfTheNewbornIsInDays() {
        assertEquals("0天", PatientWords.age(words, on, on));
        assertEquals("27天", PatientWords.age(words, LocalDate.of(2026, 2, 2), on));
        assertEquals("1月", PatientWords.age(words, LocalDate.of(2026, 2, 1), on));
    }

    @Test
    void ageIsLeftOutWhenItCannotBeKnown() {
        assertEquals("", PatientWords.age(words, null, on));
        assertEquals("", PatientWords.age(words, LocalDate.of(2000, 1, 1), null));
        assertEquals("", PatientWords.age(words, LocalDate.of(2026, 3, 2), on));
    }

    @Test
    void ageIsThatOnTheDayOfTheStudyAndNotToday() {
        assertEquals("64岁", PatientWords.age(words, Rows.ALL.getFirst().study().orElseThrow()));
    }

    @Test
    void factsLeaveOutWhatIsUnknown() {
        assertEquals(
                "男 · 64岁 · DEMO-1",
                PatientWords.facts(words, Rows.ALL.getFirst().study().orElseThrow()));
        assertEquals(
                "M · 64 y · DEMO-1",
                PatientWords.facts(
                        new Words(Locale.ENGLISH), Rows.ALL.getFirst().study().orElseThrow()));
    }
}
