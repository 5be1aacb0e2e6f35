package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each row is a cell of table 1 of the guideline or its edge, written by hand.
// [utest->req~report.rads.tables~1]
class FleischnerTest {
    @ParameterizedTest
    @CsvSource({
        "SOLID, n, 5,    n, y, none",
        "SOLID, n, 5.49, n, y, none",
        "SOLID, n, 5,    y, y, optionalCt12",
        "SOLID, n, 5.5,  n, y, ct6to12thenConsider18to24",
        "SOLID, n, 6,    n, y, ct6to12thenConsider18to24",
        "SOLID, n, 8.49, n, y, ct6to12thenConsider18to24",
        "SOLID, n, 6,    y, y, ct6to12then18to24",
        "SOLID, n, 8,    y, y, ct6to12then18to24",
        "SOLID, n, 8.5,  n, y, ct3orPetOrBiopsy",
        "SOLID, n, 9,    y, y, ct3orPetOrBiopsy",
        "SOLID, n, 9,     , y, ct3orPetOrBiopsy",
        "SOLID, y, 5,    n, y, none",
        "SOLID, y, 5,    y, y, optionalCt12",
        "SOLID, y, 6,    n, y, ct3to6thenConsider18to24",
        "SOLID, y, 6,    y, y, ct3to6then18to24",
        "SOLID, y, 9,    n, y, ct3to6thenConsider18to24",
        "SOLID, y, 9,    y, y, ct3to6then18to24",
        "GROUND_GLASS, n, 5,   , y, none",
        "GROUND_GLASS, n, 6,   , y, ct6to12thenEvery2yTo5y",
        "PART_SOLID,   n, 5,   , y, none",
        "PART_SOLID,   n, 6,   , y, ct3to6thenYearlyTo5y",
        "GROUND_GLASS, y, 5,   , y, ct3to6thenConsider2yAnd4y",
        "PART_SOLID,   y, 5,   , y, ct3to6thenConsider2yAnd4y",
        "GROUND_GLASS, y, 6,   , y, ct3to6thenMostSuspicious",
        "PART_SOLID,   y, 6,   , y, ct3to6thenMostSuspicious",
        "SOLID, n, 6, n, n, NOT_APPLICABLE",
        "SOLID, n, 6, n,  , MISSING",
        "SOLID, n, 6,  , y, MISSING",
        "SOLID, y, 9,  , y, MISSING",
        "SOLID,  , 6, n, y, MISSING",
        "SOLID, n,  , n, y, MISSING",
        "     , n, 6, n, y, MISSING",
        "SOLID, n, 0, n, y, IMPLAUSIBLE",
        "SOLID, n, -6, n, y, IMPLAUSIBLE",
        "SOLID, n, 301, n, y, IMPLAUSIBLE"
    })
    void followUpIsThatOfTheTable(
            @Nullable String kind,
            @Nullable String several,
            @Nullable String mean,
            @Nullable String highRisk,
            @Nullable String applies,
            String expected) {
        assertEquals(
                expected,
                Given.said(Fleischner.management(new Fleischner.Nodules(
                        Given.one(Fleischner.Kind.class, kind),
                        Given.is(several),
                        Given.mm(mean),
                        Given.is(highRisk),
                        Given.is(applies)))));
    }
}
