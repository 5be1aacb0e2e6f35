package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.rads.LungRads.Course;
import org.readingroom.report.rads.LungRads.Kind;

/// Each row is a cell of the published table or its edge, written by hand.
// [utest->req~report.rads.tables~1]
class LungRadsTest {
    private static String category(
            @Nullable String kind,
            @Nullable String mean,
            @Nullable String solid,
            @Nullable String course,
            @Nullable String previous,
            @Nullable String months) {
        return Given.said(LungRads.category(new LungRads.Nodule(
                Given.one(Kind.class, kind),
                Given.mm(mean),
                Given.mm(solid),
                Given.one(Course.class, course),
                previous,
                Given.mm(months))));
    }

    @ParameterizedTest
    @CsvSource({
        "BENIGN_FEATURES, 12,   , BASELINE, 1",
        "SOLID, 0.1,    , BASELINE, 2",
        "SOLID, 5.99,   , BASELINE, 2",
        "SOLID, 6.0,    , BASELINE, 3",
        "SOLID, 7.99,   , BASELINE, 3",
        "SOLID, 8,      , BASELINE, 4A",
        "SOLID, 14.99,  , BASELINE, 4A",
        "SOLID, 15.0,   , BASELINE, 4B",
        "SOLID, 3.99,   , NEW, 2",
        "SOLID, 4.0,    , NEW, 3",
        "SOLID, 5.99,   , NEW, 3",
        "SOLID, 6,      , NEW, 4A",
        "SOLID, 7.99,   , NEW, 4A",
        "SOLID, 8.0,    , NEW, 4B",
        "SOLID, 7.99,   , GROWING, 4A",
        "SOLID, 8.0,    , GROWING, 4B",
        "SOLID, 5,      , SLOWLY_GROWING, 4B",
        "PART_SOLID, 5.99, 5,    BASELINE, 2",
        "PART_SOLID, 5.99, ,     BASELINE, 2",
        "PART_SOLID, 6.0,  5.99, BASELINE, 3",
        "PART_SOLID, 20,   5.99, BASELINE, 3",
        "PART_SOLID, 20,   6.0,  BASELINE, 4A",
        "PART_SOLID, 20,   7.99, BASELINE, 4A",
        "PART_SOLID, 20,   8.0,  BASELINE, 4B",
        "PART_SOLID, 3.9,  ,     NEW, 3",
        "PART_SOLID, 5.99, 3.99, NEW, 3",
        "PART_SOLID, 5.99, 4,    NEW, OUTSIDE_TABLE",
        "PART_SOLID, 6.0,  3.99, NEW, 4A",
        "PART_SOLID, 6.0,  4.0,  NEW, 4B",
        "PART_SOLID, 12,   3.99, GROWING, 4A",
        "PART_SOLID, 12,   4.0,  GROWING, 4B",
        "PART_SOLID, 12,   3,    SLOWLY_GROWING, 4B",
        "GROUND_GLASS, 29.99, ,  BASELINE, 2",
        "GROUND_GLASS, 29.99, ,  NEW, 2",
        "GROUND_GLASS, 29.99, ,  GROWING, 2",
        "GROUND_GLASS, 29.99, ,  STABLE, 2",
        "GROUND_GLASS, 29.99, ,  DECREASED, 2",
        "GROUND_GLASS, 30.0, ,   BASELINE, 3",
        "GROUND_GLASS, 30.0, ,   NEW, 3",
        "GROUND_GLASS, 30.0, ,   STABLE, 2",
        "GROUND_GLASS, 30.0, ,   SLOWLY_GROWING, 2",
        "GROUND_GLASS, 30.0, ,   GROWING, OUTSIDE_TABLE",
        "JUXTAPLEURAL, 9.99, ,   BASELINE, 2",
        "JUXTAPLEURAL, 9.99, ,   NEW, 2",
        "JUXTAPLEURAL, 10.0, ,   BASELINE, OUTSIDE_TABLE",
        "JUXTAPLEURAL, 9, ,      GROWING, OUTSIDE_TABLE",
        "JUXTAPLEURAL, 9, ,      SLOWLY_GROWING, OUTSIDE_TABLE"
    })
    void aNoduleHasTheCategoryOfTheTable(
            String kind, String mean, @Nullable String solid, String course, String expected) {
        assertEquals(expected, category(kind, mean, solid, course, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "SOLID, 7, , STABLE, 3, 6, 2",
        "SOLID, 7, , DECREASED, 3, 6, 2",
        "SOLID, 7, , STABLE, 3, 12, 2",
        "SOLID, 7, , STABLE, 3, 5.9, OUTSIDE_TABLE",
        "SOLID, 9, , STABLE, 4A, 3, 3",
        "SOLID, 9, , DECREASED, 4A, 3, 3",
        "SOLID, 9, , STABLE, 4A, 2.9, OUTSIDE_TABLE",
        "SOLID, 16, , STABLE, 4B, 12, OUTSIDE_TABLE",
        "SOLID, 5, , STABLE, 2, , 2",
        "SOLID, 6.2, , STABLE, 2, 12, 3",
        "SOLID, 8.1, , STABLE, 3, 6, 4A",
        "SOLID, 5, , STABLE, 1, 12, OUTSIDE_TABLE",
        "SOLID, 5, , STABLE, 5, 12, OUTSIDE_TABLE",
        "SOLID, 7, , STABLE, , 6, MISSING",
        "SOLID, 7, , STABLE, 3, , MISSING",
        "SOLID, 7, , STABLE, 3, -6, IMPLAUSIBLE",
        "PART_SOLID, 12, 7, STABLE, 4A, 3, 3",
        "PART_SOLID, 12, 5, STABLE, 3, 6, 2",
        "GROUND_GLASS, 31, , DECREASED, 3, 6, 2",
        "JUXTAPLEURAL, 8, , STABLE, 2, , 2",
        ", , , RESOLVED, 3, , 2",
        ", , , RESOLVED, 4A, , 2",
        ", , , RESOLVED, 4B, , OUTSIDE_TABLE",
        ", , , RESOLVED, , , MISSING"
    })
    void whatStaysOrShrinksLongEnoughStepsDown(
            @Nullable String kind,
            @Nullable String mean,
            @Nullable String solid,
            String course,
            @Nullable String previous,
            @Nullable String months,
            String expected) {
        assertEquals(expected, category(kind, mean, solid, course, previous, months));
    }

    @ParameterizedTest
    @CsvSource({
        ", 7, , BASELINE, MISSING",
        "SOLID, , , BASELINE, MISSING",
        "SOLID, 7, , , MISSING",
        "PART_SOLID, 7, , BASELINE, MISSING",
        "PART_SOLID, 7, , NEW, MISSING",
        "PART_SOLID, 5, , NEW, MISSING",
        "PART_SOLID, 7, , GROWING, MISSING",
        "SOLID, 0, , BASELINE, IMPLAUSIBLE",
        "SOLID, -6, , BASELINE, IMPLAUSIBLE",
        "SOLID, 300.1, , BASELINE, IMPLAUSIBLE",
        "PART_SOLID, 7, 7.1, BASELINE, IMPLAUSIBLE",
        "PART_SOLID, 7, -1, BASELINE, IMPLAUSIBLE"
    })
    void whatIsMissingOrCannotBeHasNoCategory(
            @Nullable String kind,
            @Nullable String mean,
            @Nullable String solid,
            @Nullable String course,
            String expected) {
        assertEquals(expected, category(kind, mean, solid, course, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBSEGMENTAL, BASELINE, 2",
        "SUBSEGMENTAL, NEW, 2",
        "SUBSEGMENTAL, STABLE, 2",
        "SUBSEGMENTAL, GROWING, OUTSIDE_TABLE",
        "PROXIMAL, BASELINE, 4A",
        "PROXIMAL, STABLE, 4B",
        "PROXIMAL, GROWING, 4B",
        "PROXIMAL, NEW, OUTSIDE_TABLE",
        "PROXIMAL, DECREASED, OUTSIDE_TABLE",
        "PROXIMAL, , MISSING",
        ", BASELINE, MISSING"
    })
    void airwayNodulesGoByPlaceAndCourse(@Nullable String place, @Nullable String course, String expected) {
        assertEquals(
                expected,
                Given.said(LungRadsOther.airway(
                        Given.one(LungRadsOther.Airway.class, place), Given.one(Course.class, course))));
    }

    @ParameterizedTest
    @CsvSource({
        "THICK_WALLED_WITH_GROWING_CAVITY, 3",
        "THICK_WALLED, 4A",
        "MULTILOCULAR, 4A",
        "BECAME_MULTILOCULAR, 4A",
        "WALL_OR_NODULE_GROWING, 4B",
        "MULTILOCULAR_GROWING, 4B",
        "MULTILOCULAR_DENSER, 4B",
        ", MISSING"
    })
    void atypicalCystsHaveARowEach(@Nullable String cyst, String expected) {
        assertEquals(expected, Given.said(LungRadsOther.cyst(Given.one(LungRadsOther.Cyst.class, cyst))));
    }

    @ParameterizedTest
    @CsvSource({
        "1, y, 1",
        "2, y, 2",
        "3, y, 4X",
        "4A, y, 4X",
        "4B, y, 4X",
        "3, n, 3",
        "4A, n, 4A",
        "4B, n, 4B",
        "0, y, OUTSIDE_TABLE",
        "7, n, OUTSIDE_TABLE",
        "3, , MISSING",
        ", y, MISSING"
    })
    void onlyThreeAndFourBecomeFourX(@Nullable String category, @Nullable String features, String expected) {
        assertEquals(expected, Given.said(LungRadsOther.withFeatures(category, Given.is(features))));
    }

    @ParameterizedTest
    @CsvSource({
        "1, ldct12",
        "2, ldct12",
        "3, ldct6",
        "4A, ldct3",
        "4B, workup",
        "4X, workup",
        "0, OUTSIDE_TABLE",
        "4, OUTSIDE_TABLE",
        ", MISSING"
    })
    void managementFollowsFromTheCategory(@Nullable String category, String expected) {
        assertEquals(expected, Given.said(LungRadsOther.management(category)));
    }
}
