package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.PlaneRectangle.Segment;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Axial slices at 50, 52, … 68 beside coronal ones whose rows go down from 70, both 16 pixels of 1 mm each
/// way.
// [utest->req~desk.reference-lines~1]
// [utest->req~desk.cursor-3d~1]
class ReferenceLinesTest {
    private static final Study NOW = StudySets.study("2.25.10", StudySets.ONE, "2026-01-15T09:30:00");
    private static final Study OTHER = StudySets.study("2.25.30", StudySets.TWO, "2025-05-15T14:15:00");
    private static final String HERE = "2.25.9";

    private final StepRunner runner = new StepRunner();
    private final ReadingDeskModel desk = new ReadingDeskModel(runner);
    private final List<String> told = new ArrayList<>();

    private ViewportModel view(int index) {
        return desk.views().get(index);
    }

    @BeforeEach
    void open() {
        desk.open(
                List.of(
                        StudySets.set(NOW, "2.25.10.1", "axial", HERE, 10, k -> StudySets.axial(50 + 2.0 * k)),
                        StudySets.set(
                                NOW,
                                "2.25.10.2",
                                "coronal",
                                HERE,
                                16,
                                k -> new ImagePlane(
                                        new Vec3(-8, -8 + k, 70),
                                        new Vec3(1, 0, 0),
                                        new Vec3(0, 0, -1),
                                        new PixelSpacing(1, 1))),
                        StudySets.set(NOW, "2.25.10.3", "elsewhere", "2.25.98", 10, k -> StudySets.axial(2.0 * k))),
                new TestFrames(16, p -> 0));
        desk.studies().begin(NOW);
        desk.arrange(Layout.TWO_BESIDE);
        desk.links().setTeller(told::add);
    }

    private ViewContext context(int index) {
        ViewportModel view = view(index);
        PictureSize size = PictureSize.pixels(320, 320);
        view.picture(size);
        runner.runAll();
        Picture.Ready ready = (Picture.Ready) view.picture(size);
        return new PictureContext(ready, view.displaySet().orElseThrow(), () -> {}, () -> {});
    }

    private static void assertOnScreen(ViewContext in, Segment line, double x1, double y1, double x2, double y2) {
        Vec3 from = in.transform().worldToScreen(line.from());
        Vec3 to = in.transform().worldToScreen(line.to());
        boolean isTurned = Math.hypot(from.x() - x1, from.y() - y1) > 1e-6;
        Vec3 one = isTurned ? to : from;
        Vec3 two = isTurned ? from : to;
        assertEquals(0, Math.hypot(one.x() - x1, one.y() - y1), 1e-6, one + " " + two);
        assertEquals(0, Math.hypot(two.x() - x2, two.y() - y2), 1e-6, one + " " + two);
    }

    /// Slice 5 lies at 60, ten rows below 70; 20 pixels of the screen to a pixel: the middle of row 10 is
    /// at 210.
    @Test
    void theActiveSliceIsALineAtItsRow() {
        desk.referenceLines().toggle();
        view(0).goTo(5);
        ViewContext coronal = context(1);
        assertOnScreen(coronal, desk.referenceLines().line(coronal).orElseThrow(), 0, 210, 320, 210);
        assertTrue(desk.referenceLines().line(context(0)).isEmpty(), "none in its own view");
        assertEquals(List.of(), told);
    }

    /// Turned by a quarter clockwise, row 10 from the top is the column 10 from the right: 320 - 210.
    @Test
    void theLineTurnsWithThePicture() {
        desk.referenceLines().toggle();
        view(0).goTo(5);
        view(1).presentationProperty().set(ViewPresentation.FIT.turned(90));
        ViewContext coronal = context(1);
        assertOnScreen(coronal, desk.referenceLines().line(coronal).orElseThrow(), 110, 0, 110, 320);
    }

    @Test
    void theLineOfACoronalSliceLiesInTheAxialOnesAtItsDepth() {
        desk.referenceLines().toggle();
        desk.activate(view(1));
        view(1).goTo(3);
        ViewContext axial = context(0);
        assertOnScreen(axial, desk.referenceLines().line(axial).orElseThrow(), 0, 70, 320, 70);
        view(0).goTo(0);
        assertTrue(
                desk.referenceLines().line(context(0)).isEmpty(),
                "50 lies below the coronal image, which ends at 54.5");
    }

    @Test
    void theWholeStackIsDrawnWhereItReaches() {
        desk.referenceLines().toggleAll();
        List<Optional<Segment>> lines = desk.referenceLines().lines(context(1));
        assertEquals(10, lines.size());
        // 50, 52 and 54 lie below 54.5; 68 is the last
        assertEquals(
                List.of(false, false, false, true, true, true, true, true, true, true),
                lines.stream().map(Optional::isPresent).toList());
        assertOnScreen(context(1), lines.getLast().orElseThrow(), 0, 50, 320, 50);
        desk.referenceLines().toggleAll();
        assertEquals(List.of(), desk.referenceLines().lines(context(1)));
    }

    @Test
    void noLineIsDrawnAcrossFramesOfReferenceOrPatientsAndTheReasonIsSaid() {
        view(1).show(desk.sets().get(2));
        desk.referenceLines().toggle();
        assertTrue(desk.referenceLines().line(context(1)).isEmpty());
        assertEquals(List.of("desk.reference.other-frame"), told);
        desk.studies().put(OTHER, Standing.STRANGER);
        desk.studies()
                .add(
                        OTHER.uid(),
                        List.of(StudySets.set(
                                OTHER,
                                "2.25.30.1",
                                "same name",
                                HERE,
                                16,
                                k -> new ImagePlane(
                                        new Vec3(-8, -8 + k, 70),
                                        new Vec3(1, 0, 0),
                                        new Vec3(0, 0, -1),
                                        new PixelSpacing(1, 1)))));
        view(1).show(desk.sets().getLast());
        assertTrue(desk.referenceLines().line(context(1)).isEmpty(), "another patient's frame of reference");
        assertEquals(
                Optional.of("desk.reference.other-frame"), desk.referenceLines().whyNone());
        view(1).show(desk.sets().getFirst());
        assertEquals(
                Optional.of("desk.reference.parallel"), desk.referenceLines().whyNone());
    }

    @Test
    void thePlaceUnderThePointerTakesTheOtherViewsToItsSlice() {
        desk.pointCursor().toggle();
        view(1).goTo(0);
        view(0).goTo(5);
        ViewContext axial = context(0);
        // column 4, row 11: x -4, y 3, z 60
        Vec3 place = axial.transform().screenToWorld(90, 230);
        assertEquals(0, place.distanceTo(new Vec3(-4, 3, 60)), 1e-9);
        desk.pointCursor().moveTo(axial.displaySet(), place);
        assertEquals(11, view(1).index(), "y 3 is the twelfth coronal slice");
        assertEquals(5, view(0).index());
        ViewContext coronal = context(1);
        Vec3 seen = coronal.transform()
                .worldToScreen(desk.pointCursor().place(coronal.displaySet()).orElseThrow());
        assertEquals(0, seen.distanceTo(new Vec3(90, 210, 0)), 1e-6);
        view(1).show(desk.sets().get(2));
        assertTrue(desk.pointCursor().place(view(1).displaySet().orElseThrow()).isEmpty());
        assertFalse(told.contains("desk.cursor.no-other"));
        desk.pointCursor().toggle();
        desk.pointCursor().toggle();
        assertTrue(told.contains("desk.cursor.no-other"));
    }
}
