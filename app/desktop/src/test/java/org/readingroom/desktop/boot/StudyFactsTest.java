package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~report.check.facts~1]
class StudyFactsTest {
    private static Series series(int number, String description, String laterality) {
        return new Series(
                new SeriesUid("2.25.1" + number),
                new StudyUid("2.25.1"),
                "MR",
                number,
                description,
                "KNEE",
                laterality,
                20);
    }

    @Test
    void oneSideOfAllSeriesIsThatOfTheStudy() {
        assertEquals(
                Side.LEFT,
                StudyFacts.of(List.of(series(1, "t1", "L"), series(2, "t2", "L")))
                        .laterality());
        assertEquals(
                Side.NONE,
                StudyFacts.of(List.of(series(1, "t1", "L"), series(2, "t2", "R")))
                        .laterality());
        assertEquals(
                Side.NONE,
                StudyFacts.of(List.of(series(1, "t1", "L"), series(2, "t2", "")))
                        .laterality());
        assertEquals(Side.NONE, StudyFacts.of(List.of()).laterality());
    }

    @Test
    void contrastIsKnownOnlyWhereASeriesNamesIt() {
        assertEquals(
                ImageFacts.Contrast.GIVEN,
                StudyFacts.of(List.of(series(1, "t1", ""), series(2, "T1 C+", "")))
                        .contrast());
        assertEquals(
                ImageFacts.Contrast.GIVEN,
                StudyFacts.of(List.of(series(1, "动脉期 1.25mm", ""))).contrast());
        assertEquals(
                ImageFacts.Contrast.UNKNOWN,
                StudyFacts.of(List.of(series(1, "tibia plain", ""))).contrast());
    }

    @Test
    void seriesAreKnownByTheirNumbers() {
        assertEquals(
                Set.of(1, 7),
                StudyFacts.of(List.of(series(1, "a", ""), series(7, "b", "")))
                        .imagesOfSeries()
                        .keySet());
    }
}
