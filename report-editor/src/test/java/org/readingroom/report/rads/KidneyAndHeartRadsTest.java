package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~report.rads.tables~1]
class KidneyAndHeartRadsTest {
    @ParameterizedTest
    @CsvSource({
        "1, NONE, , n, n, n, n, y, I",
        "2, NONE, , y, n, n, n, y, I",
        "2, NONE, , n, n, n, n, n, OUTSIDE_TABLE",
        "2, NONE, , n, n, n, n, , MISSING",
        "2, NONE, , n, n, n, , y, MISSING",
        "2, NONE, , n, n, n, y, , II",
        "2, FEW, 2, y, n, n, n, , II",
        "1, FEW, 1, n, n, n, y, y, II",
        "3, NONE, , y, n, n, n, y, IIF",
        "2, FEW, 3, y, n, n, n, y, IIF",
        "2, MANY, 2, y, n, n, n, y, IIF",
        "3, NONE, , n, n, n, n, y, OUTSIDE_TABLE",
        "2, MANY, 2, n, n, n, n, y, OUTSIDE_TABLE",
        "4, NONE, , y, n, n, n, y, III",
        "2, FEW, 4, y, n, n, n, y, III",
        "2, MANY, 4, y, n, n, y, n, III",
        "2, NONE, , y, y, n, n, y, III",
        "2, FEW, 2, y, y, n, n, y, III",
        "4, NONE, , n, n, n, n, y, OUTSIDE_TABLE",
        "2, NONE, , n, y, n, n, y, OUTSIDE_TABLE",
        "2, NONE, , y, n, y, n, y, IV",
        ", , , , , y, , , IV",
        ", NONE, , n, n, n, n, y, MISSING",
        "2, , 2, n, n, n, n, y, MISSING",
        "2, FEW, , n, n, n, n, y, MISSING",
        "2, NONE, , , n, n, n, y, MISSING",
        "2, NONE, , n, , n, n, y, MISSING",
        "2, NONE, , n, n, , n, y, MISSING",
        "2.5, NONE, , y, n, n, n, y, IMPLAUSIBLE",
        "-2, NONE, , y, n, n, n, y, IMPLAUSIBLE",
        "2, FEW, 51, y, n, n, n, y, IMPLAUSIBLE"
    })
    void cysticMassesGoByWallAndSepta(
            @Nullable String wall,
            @Nullable String septa,
            @Nullable String septum,
            @Nullable String enhances,
            @Nullable String irregular,
            @Nullable String nodule,
            @Nullable String calcified,
            @Nullable String simple,
            String expected) {
        assertEquals(
                expected,
                Given.said(Bosniak.category(new Bosniak.Mass(
                        Given.mm(wall),
                        Given.one(Bosniak.Septa.class, septa),
                        Given.mm(septum),
                        Given.is(enhances),
                        Given.is(irregular),
                        Given.is(nodule),
                        Given.is(calcified),
                        Given.is(simple)))));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, n, n, 0",
        "MINIMAL_1_TO_24, n, n, 1",
        "MILD_25_TO_49, n, n, 2",
        "MODERATE_50_TO_69, n, n, 3",
        "SEVERE_70_TO_99, n, n, 4A",
        "OCCLUDED, n, n, 5",
        "MODERATE_50_TO_69, y, n, 4B",
        "SEVERE_70_TO_99, y, n, 4B",
        "SEVERE_70_TO_99, n, y, 4B",
        "SEVERE_70_TO_99, y, y, 4B",
        "OCCLUDED, y, n, 5",
        "OCCLUDED, n, y, 5",
        "MILD_25_TO_49, y, n, IMPLAUSIBLE",
        "NONE, y, n, IMPLAUSIBLE",
        "MODERATE_50_TO_69, n, y, IMPLAUSIBLE",
        ", n, n, MISSING",
        "NONE, , n, MISSING",
        "NONE, n, , MISSING"
    })
    void coronaryArteriesGoByTheTightestStenosis(
            @Nullable String stenosis, @Nullable String leftMain, @Nullable String three, String expected) {
        assertEquals(
                expected,
                Given.said(CadRads.category(
                        Given.one(CadRads.Stenosis.class, stenosis), Given.is(leftMain), Given.is(three))));
    }

    @Test
    void anOrganOfFiveByFourByThreeCentimetresHasThirtyOneMillilitres() {
        // 5 × 4 × 3 × 0.52 = 31.2
        assertEquals(Optional.of(new BigDecimal("31.2")), volume("50", "40", "30"));
        assertEquals(Optional.empty(), volume("50", "40", null));
        assertEquals(Optional.empty(), volume("50", "0", "30"));
        assertEquals(Optional.empty(), volume("50", "-40", "30"));
        assertEquals(Optional.empty(), volume("50", "40", "501"));
    }

    private static Optional<BigDecimal> volume(String a, String b, @Nullable String c) {
        return EllipsoidVolume.millilitres(Given.mm(a), Given.mm(b), Given.mm(c));
    }
}
