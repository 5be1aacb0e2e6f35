package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.rads.LiRads.Look;
import org.readingroom.report.rads.LiRads.Observation;

/// Each row is a cell of the diagnostic table or its edge, written by hand.
// [utest->req~report.rads.tables~1]
class LiRadsTest {
    @ParameterizedTest(name = "{0} mm APHE {1}: washout {2} capsule {3} growth {4} is {5}")
    @CsvSource({
        "8,     n, n, n, n, LR-3",
        "19.9,  n, n, n, n, LR-3",
        "19.9,  n, y, n, n, LR-3",
        "19.9,  n, n, y, n, LR-3",
        "19.9,  n, n, n, y, LR-3",
        "8,     n, y, y, n, LR-4",
        "19.9,  n, y, n, y, LR-4",
        "19.9,  n, n, y, y, LR-4",
        "19.9,  n, y, y, y, LR-4",
        "20,    n, n, n, n, LR-3",
        "20,    n, y, n, n, LR-4",
        "20,    n, n, y, n, LR-4",
        "20,    n, n, n, y, LR-4",
        "20,    n, y, y, n, LR-4",
        "20,    n, y, y, y, LR-4",
        "9.9,   y, n, n, n, LR-3",
        "9.9,   y, y, n, n, LR-4",
        "9.9,   y, n, y, n, LR-4",
        "9.9,   y, n, n, y, LR-4",
        "9.9,   y, y, y, y, LR-4",
        "10,    y, n, n, n, LR-3",
        "19.9,  y, n, n, n, LR-3",
        "10,    y, n, y, n, LR-4",
        "19.9,  y, n, y, n, LR-4",
        "10,    y, y, n, n, LR-5",
        "10,    y, n, n, y, LR-5",
        "10,    y, y, y, n, LR-5",
        "10,    y, n, y, y, LR-5",
        "10,    y, y, n, y, LR-5",
        "19.9,  y, y, y, y, LR-5",
        "20,    y, n, n, n, LR-4",
        "20,    y, y, n, n, LR-5",
        "20,    y, n, y, n, LR-5",
        "20,    y, n, n, y, LR-5",
        "20,    y, y, y, y, LR-5",
        "  ,    y, y, n, n, MISSING",
        "20,     , y, n, n, MISSING",
        "20,    y,  , n, n, MISSING",
        "20,    y, y,  , n, MISSING",
        "20,    y, y, n,  , MISSING",
        "0,     y, y, n, n, IMPLAUSIBLE",
        "-20,   y, y, n, n, IMPLAUSIBLE",
        "401,   y, y, n, n, IMPLAUSIBLE"
    })
    void theDiagnosticTable(
            @Nullable String size,
            @Nullable String aphe,
            @Nullable String washout,
            @Nullable String capsule,
            @Nullable String growth,
            String expected) {
        Observation seen = new Observation(
                true,
                Look.OTHER,
                Given.mm(size),
                Given.is(aphe),
                Given.is(washout),
                Given.is(capsule),
                Given.is(growth));
        assertEquals(expected, Given.said(LiRads.category(seen)));
    }

    @ParameterizedTest
    @CsvSource({
        "y, NOT_CATEGORIZABLE, LR-NC",
        "y, TUMOR_IN_VEIN, LR-TIV",
        "y, DEFINITELY_BENIGN, LR-1",
        "y, PROBABLY_BENIGN, LR-2",
        "y, NOT_HCC_SPECIFIC, LR-M",
        "n, TUMOR_IN_VEIN, NOT_APPLICABLE",
        " , TUMOR_IN_VEIN, MISSING",
        "y, , MISSING"
    })
    void whatComesBeforeTheTable(@Nullable String applies, @Nullable String look, String expected) {
        Observation seen =
                new Observation(Given.is(applies), Given.one(Look.class, look), null, null, null, null, null);
        assertEquals(expected, Given.said(LiRads.category(seen)));
    }

    @ParameterizedTest
    @CsvSource({
        "LR-1, y, n, LR-2",
        "LR-2, y, n, LR-3",
        "LR-3, y, n, LR-4",
        "LR-4, y, n, LR-4",
        "LR-5, y, n, LR-5",
        "LR-1, n, y, LR-1",
        "LR-2, n, y, LR-1",
        "LR-3, n, y, LR-2",
        "LR-4, n, y, LR-3",
        "LR-5, n, y, LR-4",
        "LR-3, y, y, LR-3",
        "LR-5, y, y, LR-5",
        "LR-3, n, n, LR-3",
        "LR-M, y, n, LR-M",
        "LR-TIV, n, y, LR-TIV",
        "LR-NC, y, n, LR-NC",
        "LR-6, y, n, OUTSIDE_TABLE",
        "LR-3, , n, MISSING",
        "LR-3, n, , MISSING",
        ", y, n, MISSING"
    })
    void ancillaryFeaturesMoveByOneAndNeverUpToFive(
            @Nullable String category, @Nullable String malignancy, @Nullable String benignity, String expected) {
        assertEquals(expected, Given.said(LiRads.withAncillary(category, Given.is(malignancy), Given.is(benignity))));
    }
}
