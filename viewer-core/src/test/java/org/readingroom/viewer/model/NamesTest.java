package org.readingroom.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    // [utest->req~dicom.identity~1]
    @ParameterizedTest
    @CsvSource({"M, MALE", "F, FEMALE", "O, OTHER", "' F ', FEMALE", "'', UNKNOWN", "X, UNKNOWN", "m, UNKNOWN"})
    void sexIsThatOfTheCodeAndNeverGuessed(String code, Sex sex) {
        assertEquals(sex, Sex.ofCode(code));
    }

    @Test
    void theThreeGroupsOfANameStayInTheirPlaces() {
        assertEquals(new PersonName("Wang^XiaoDong", "王^小东", ""), PersonName.parse("Wang^XiaoDong=王^小东"));
        assertEquals(new PersonName("", "王^小东", "phonetic"), PersonName.parse("=王^小东=phonetic"));
        assertEquals("王小东", PersonName.parse("Wang^XiaoDong=王^小东").display());
        assertEquals("Wang XiaoDong", PersonName.parse("Wang^XiaoDong^^").display());
    }
}
