package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.check.ImageFacts.Contrast;
import org.readingroom.report.check.ImageFacts.MarkPlace;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.FrameTime;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.SeriesFacts;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.TestFrames;

// [utest->req~report.check.image-facts~1]
class DeskFactsTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1");
    private static final FrameOfReferenceUid PLACE = new FrameOfReferenceUid("2.25.3");

    private static Series series(int number, String modality, String description) {
        return new Series(uid(number), STUDY, modality, number, description, "", "", 4);
    }

    private static SeriesUid uid(int number) {
        return new SeriesUid("2.25.5" + number);
    }

    private static FrameRef ref(int series, int k) {
        return new FrameRef(new SopInstanceUid("2.25.7" + series + "00" + k), 0);
    }

    /// A set of one frame for each of `numbers`, the Instance Numbers.
    private static DisplaySet set(int series, String agent, String laterality, int... numbers) {
        DisplaySet made = new TestFrames(numbers.length, p -> 0, PLACE).set();
        List<ImageFrame> frames = new ArrayList<>();
        for (int k = 0; k < numbers.length; k++) {
            ImageFrame frame = made.frames().get(k);
            frames.add(new ImageFrame(
                    ref(series, k),
                    frame.format(),
                    frame.plane(),
                    frame.frameOfReference(),
                    frame.scale(),
                    frame.modalityLut(),
                    frame.vois(),
                    false,
                    null,
                    null,
                    List.of(),
                    new FrameFacts(numbers[k], 1, 0, "", laterality, "", "", 0, 0, FrameTime.UNKNOWN, false, "")));
        }
        SeriesFacts facts =
                new SeriesFacts(made.facts().patient(), "", "", "", "", "", "", "", "", "", series, "", agent);
        return new DisplaySet("set" + series, STUDY, uid(series), "CT", "", frames, false, List.of(), "series", facts);
    }

    private static Annotation mark(String id, int series, int k) {
        return new Annotation.Length(
                new AnnotationId(id),
                new Placement.InPatient(uid(series), PLACE, Vec3.ZERO, new Vec3(0, 0, 1), ref(series, k)),
                Vec3.ZERO,
                new Vec3(10, 0, 0),
                "");
    }

    private static Contrast contrast(List<Series> series, List<DisplaySet> sets, boolean isWhole) {
        return new DeskFacts(series, sets, isWhole).of(List.of()).contrast();
    }

    @Test
    void contrastWasNotGivenOnlyInAWholeCtThatNamesNoAgent() {
        List<Series> plain = List.of(series(1, "CT", "chest 5mm"), series(9, "SR", "dose"));
        List<DisplaySet> sets = List.of(set(1, "", "", 1, 2));
        assertEquals(Contrast.NONE, contrast(plain, sets, true));
        assertEquals(Contrast.UNKNOWN, contrast(plain, sets, false), "more may come");
        assertEquals(Contrast.UNKNOWN, contrast(plain, List.of(), true), "nothing was looked at");
        List<Series> two = List.of(series(1, "CT", "a"), series(2, "CT", "b"));
        assertEquals(Contrast.UNKNOWN, contrast(two, sets, true), "one series was not looked at");
        List<Series> mixed = List.of(series(1, "CT", "a"), series(2, "PT", "b"));
        assertEquals(
                Contrast.UNKNOWN, contrast(mixed, List.of(sets.getFirst(), set(2, "", "", 1)), true), "not CT alone");
        assertEquals(Contrast.UNKNOWN, contrast(List.of(series(1, "MR", "t1")), sets, true));
    }

    @Test
    void contrastIsKnownByTheAgentOfOneSeriesWhereItWasInjected() {
        List<Series> two = List.of(series(1, "CT", "a"), series(2, "CT", "b"));
        DisplaySet plain = set(1, "", "", 1, 2);
        assertEquals(Contrast.GIVEN, contrast(two, List.of(plain, set(2, "Iohexol 350", "", 1)), false));
        for (String agent : List.of("NONE", "no", "无", "  ", "N/A")) {
            assertEquals(Contrast.NONE, contrast(two, List.of(plain, set(2, agent, "", 1)), true), agent);
        }
        for (String agent : List.of("ORAL", "口服造影剂", "WATER", "air")) {
            assertEquals(Contrast.UNKNOWN, contrast(two, List.of(plain, set(2, agent, "", 1)), true), agent);
        }
        List<Series> named = List.of(series(1, "CT", "动脉期"));
        assertEquals(Contrast.GIVEN, contrast(named, List.of(plain), true), "its name says so");
    }

    @Test
    void theHighestNumberOfASeriesIsKnownOnceAllIsHere() {
        List<Series> two = List.of(series(1, "CT", "a"), series(2, "CT", "b"), series(3, "SR", ""));
        List<DisplaySet> sets = List.of(set(1, "", "", 101, 102, 103), set(2, "", "", 0, 0));
        assertEquals(
                Map.of(1, 103, 2, Integer.MAX_VALUE, 3, Integer.MAX_VALUE),
                new DeskFacts(two, sets, true).of(List.of()).imagesOfSeries());
        assertEquals(
                Map.of(1, Integer.MAX_VALUE, 2, Integer.MAX_VALUE, 3, Integer.MAX_VALUE),
                new DeskFacts(two, sets, false).of(List.of()).imagesOfSeries());
        assertEquals(
                3,
                new DeskFacts(List.of(series(1, "CT", "a")), List.of(set(1, "", "", 1, 1, 2)), true)
                        .of(List.of())
                        .imagesOfSeries()
                        .get(1),
                "three images, whatever their numbers");
    }

    @Test
    void aMarkLiesWhereItsImageSaysAndNowhereElse() {
        List<Series> three = List.of(series(1, "MG", "a"), series(2, "MG", "b"), series(3, "CT", "c"));
        List<DisplaySet> sets = List.of(set(1, "", "L", 1, 2), set(2, "", "R", 7, 8), set(3, "", "", 11, 12));
        ImageFacts facts = new DeskFacts(three, sets, true)
                .of(List.of(mark("a", 1, 1), mark("b", 2, 0), mark("c", 3, 0), mark("d", 4, 0)));
        assertEquals(
                Map.of(
                        new AnnotationId("a"), new MarkPlace(Side.LEFT, 2),
                        new AnnotationId("b"), new MarkPlace(Side.RIGHT, 0)),
                facts.marks(),
                "the seventh of its series is its first image: nobody knows which number is meant");
        assertEquals(
                Map.of(),
                new DeskFacts(List.of(series(1, "MR", "a")), List.of(set(1, "", "B", 5)), true)
                        .of(List.of(mark("a", 1, 0)))
                        .marks(),
                "both sides are no side");
    }
}
