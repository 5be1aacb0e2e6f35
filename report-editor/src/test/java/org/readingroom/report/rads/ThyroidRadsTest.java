package org.readingroom.report.rads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.rads.AcrTiRads.Composition;
import org.readingroom.report.rads.AcrTiRads.Echogenicity;
import org.readingroom.report.rads.AcrTiRads.Margin;

// [utest->req~report.rads.tables~1]
class ThyroidRadsTest {
    @ParameterizedTest
    @CsvSource({
        // each feature alone, on a cystic anechoic smooth wide nodule
        "CYSTIC, ANECHOIC, n, SMOOTH, n, n, n, 0, TR1",
        "CYSTIC, HYPERECHOIC, n, SMOOTH, n, n, n, 1, OUTSIDE_TABLE",
        "CYSTIC, ISOECHOIC, n, SMOOTH, n, n, n, 1, OUTSIDE_TABLE",
        "CYSTIC, HYPOECHOIC, n, SMOOTH, n, n, n, 2, TR2",
        "CYSTIC, VERY_HYPOECHOIC, n, SMOOTH, n, n, n, 3, TR3",
        "CYSTIC, HIDDEN, n, SMOOTH, n, n, n, 1, OUTSIDE_TABLE",
        "CYSTIC, ANECHOIC, y, SMOOTH, n, n, n, 3, TR3",
        "CYSTIC, ANECHOIC, n, ILL_DEFINED, n, n, n, 0, TR1",
        "CYSTIC, ANECHOIC, n, HIDDEN, n, n, n, 0, TR1",
        "CYSTIC, ANECHOIC, n, LOBULATED_OR_IRREGULAR, n, n, n, 2, TR2",
        "CYSTIC, ANECHOIC, n, EXTRATHYROIDAL, n, n, n, 3, TR3",
        "CYSTIC, ANECHOIC, n, SMOOTH, y, n, n, 1, OUTSIDE_TABLE",
        "CYSTIC, ANECHOIC, n, SMOOTH, n, y, n, 2, TR2",
        "CYSTIC, ANECHOIC, n, SMOOTH, n, n, y, 3, TR3",
        "CYSTIC, ANECHOIC, n, SMOOTH, y, y, y, 6, TR4",
        "MIXED, ISOECHOIC, n, SMOOTH, n, n, n, 2, TR2",
        "SOLID, ISOECHOIC, n, SMOOTH, n, n, n, 3, TR3",
        "HIDDEN, ISOECHOIC, n, SMOOTH, n, n, n, 3, TR3",
        "SOLID, HYPOECHOIC, n, SMOOTH, n, n, n, 4, TR4",
        "SOLID, HYPOECHOIC, n, LOBULATED_OR_IRREGULAR, n, n, n, 6, TR4",
        "SOLID, HYPOECHOIC, y, SMOOTH, n, n, n, 7, TR5",
        "SOLID, VERY_HYPOECHOIC, y, EXTRATHYROIDAL, y, y, y, 17, TR5",
        "SPONGIFORM, , , , y, y, y, 0, TR1",
        "SOLID, ANECHOIC, n, SMOOTH, n, n, n, , MISSING",
        "MIXED, ANECHOIC, n, SMOOTH, n, n, n, , MISSING",
        " , ISOECHOIC, n, SMOOTH, n, n, n, , MISSING",
        "SOLID, , n, SMOOTH, n, n, n, , MISSING",
        "SOLID, ISOECHOIC, , SMOOTH, n, n, n, , MISSING",
        "SOLID, ISOECHOIC, n, , n, n, n, , MISSING",
        "SOLID, ISOECHOIC, n, SMOOTH, , n, n, , MISSING",
        "SOLID, ISOECHOIC, n, SMOOTH, n, , n, , MISSING",
        "SOLID, ISOECHOIC, n, SMOOTH, n, n, , , MISSING"
    })
    void pointsAndLevelsOfTheAmericanSystem(
            @Nullable String composition,
            @Nullable String echogenicity,
            @Nullable String taller,
            @Nullable String margin,
            @Nullable String macro,
            @Nullable String rim,
            @Nullable String punctate,
            @Nullable Integer points,
            String level) {
        AcrTiRads.Nodule nodule = new AcrTiRads.Nodule(
                Given.one(Composition.class, composition),
                Given.one(Echogenicity.class, echogenicity),
                Given.is(taller),
                Given.one(Margin.class, margin),
                Given.is(macro),
                Given.is(rim),
                Given.is(punctate));
        assertEquals(Optional.ofNullable(points), AcrTiRads.points(nodule));
        assertEquals(level, Given.said(AcrTiRads.level(nodule)));
    }

    @ParameterizedTest
    @CsvSource({
        "TR1, 60, none",
        "TR1, , none",
        "TR2, 60, none",
        "TR3, 14.99, none",
        "TR3, 15, followUp",
        "TR3, 24.99, followUp",
        "TR3, 25, fna",
        "TR4, 9.99, none",
        "TR4, 10, followUp",
        "TR4, 14.99, followUp",
        "TR4, 15, fna",
        "TR5, 4.99, none",
        "TR5, 5, followUp",
        "TR5, 9.99, followUp",
        "TR5, 10, fna",
        "TR5, , MISSING",
        "TR5, 0, IMPLAUSIBLE",
        "TR5, -9, IMPLAUSIBLE",
        "TR5, 151, IMPLAUSIBLE",
        "TR6, 10, OUTSIDE_TABLE",
        ", 10, MISSING"
    })
    void punctureAndFollowUpGoBySize(@Nullable String level, @Nullable String size, String expected) {
        assertEquals(expected, Given.said(AcrTiRads.management(level, Given.mm(size))));
    }

    @ParameterizedTest
    @CsvSource({
        "n, n, n, n, n, y, 2",
        "n, n, n, n, n, n, 3",
        "y, n, n, n, n, n, 4A",
        "n, y, n, n, n, n, 4A",
        "n, n, y, n, n, n, 4A",
        "n, n, n, y, n, n, 4A",
        "n, n, n, n, y, n, 4A",
        "y, n, n, n, n, y, 3",
        "y, y, n, n, n, n, 4B",
        "n, n, n, y, y, n, 4B",
        "y, y, y, n, n, n, 4C",
        "y, y, y, y, n, n, 4C",
        "y, y, y, y, y, y, 4C",
        "y, y, y, y, y, n, 5",
        ", n, n, n, n, n, MISSING",
        "n, , n, n, n, n, MISSING",
        "n, n, , n, n, n, MISSING",
        "n, n, n, , n, n, MISSING",
        "n, n, n, n, , n, MISSING",
        "n, n, n, n, n, , MISSING"
    })
    void theChineseSystemCounts(
            @Nullable String vertical,
            @Nullable String solid,
            @Nullable String hypoechoic,
            @Nullable String microcalcifications,
            @Nullable String margin,
            @Nullable String comet,
            String expected) {
        assertEquals(
                expected,
                Given.said(ChineseTiRads.category(new ChineseTiRads.Nodule(
                        Given.is(vertical),
                        Given.is(solid),
                        Given.is(hypoechoic),
                        Given.is(microcalcifications),
                        Given.is(margin),
                        Given.is(comet)))));
    }
}
