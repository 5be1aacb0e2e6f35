package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.rads.tables~1]
class PelvisAndBreastRadsTest {
    @ParameterizedTest
    @CsvSource({
        "PERIPHERAL, , 1, , 1",
        "PERIPHERAL, 5, 1, POSITIVE, 1",
        "PERIPHERAL, 1, 2, POSITIVE, 2",
        "PERIPHERAL, 5, 3, NEGATIVE, 3",
        "PERIPHERAL, 1, 3, POSITIVE, 4",
        "PERIPHERAL, , 3, INADEQUATE, 3",
        "PERIPHERAL, 1, 4, NEGATIVE, 4",
        "PERIPHERAL, 1, 5, NEGATIVE, 5",
        "PERIPHERAL, 3, 3, , MISSING",
        "PERIPHERAL, 3, , POSITIVE, MISSING",
        "TRANSITION, 1, , , 1",
        "TRANSITION, 1, 5, POSITIVE, 1",
        "TRANSITION, 2, 1, , 2",
        "TRANSITION, 2, 3, POSITIVE, 2",
        "TRANSITION, 2, 4, NEGATIVE, 3",
        "TRANSITION, 2, 5, NEGATIVE, 3",
        "TRANSITION, 3, 1, , 3",
        "TRANSITION, 3, 4, POSITIVE, 3",
        "TRANSITION, 3, 5, NEGATIVE, 4",
        "TRANSITION, 4, , , 4",
        "TRANSITION, 4, 1, , 4",
        "TRANSITION, 5, 1, , 5",
        "TRANSITION, 2, , , MISSING",
        "TRANSITION, 3, , , MISSING",
        "TRANSITION, , 5, , MISSING",
        ", 3, 3, NEGATIVE, MISSING",
        "PERIPHERAL, 3, 0, NEGATIVE, IMPLAUSIBLE",
        "PERIPHERAL, 3, 6, NEGATIVE, IMPLAUSIBLE",
        "PERIPHERAL, 6, 3, NEGATIVE, IMPLAUSIBLE",
        "TRANSITION, 2.5, 3, , IMPLAUSIBLE",
        "TRANSITION, -2, 3, , IMPLAUSIBLE"
    })
    void theProstateGoesByZone(
            @Nullable String zone, @Nullable String t2, @Nullable String dwi, @Nullable String dce, String expected) {
        assertEquals(
                expected,
                Given.said(PiRads.category(new PiRads.Lesion(
                        Given.one(PiRads.Zone.class, zone),
                        Given.mm(t2),
                        Given.mm(dwi),
                        Given.one(PiRads.Enhancement.class, dce)))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, moreImaging",
        "1, routine",
        "2, routine",
        "3, shortInterval",
        "4, tissue",
        "4A, tissue",
        "4B, tissue",
        "4C, tissue",
        "5, tissue",
        "6, excision",
        "7, OUTSIDE_TABLE",
        ", MISSING"
    })
    void theBreastIsManagedByTheReadersCategory(@Nullable String category, String expected) {
        assertEquals(expected, Given.said(BiRads.management(BiRads.Modality.MAMMOGRAPHY, category)));
        assertEquals(expected, Given.said(BiRads.management(BiRads.Modality.ULTRASOUND, category)));
        boolean isDivided = category != null && category.matches("4[ABC]");
        assertEquals(
                isDivided ? "OUTSIDE_TABLE" : expected, Given.said(BiRads.management(BiRads.Modality.MRI, category)));
        assertEquals("MISSING", Given.said(BiRads.management(null, "1")));
    }
}
