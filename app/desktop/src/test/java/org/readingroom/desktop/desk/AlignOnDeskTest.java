package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.Volume;

/// A series that lies 3, -2, 4 mm apart from another, brought over it by points and by values.
// [utest->req~desk.alignment~1]
class AlignOnDeskTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    private static final Vec3 APART = new Vec3(3, -2, 4);
    private static final List<Vec3> PLACES =
            List.of(new Vec3(0, 0, 4), new Vec3(5, 1, 4), new Vec3(-3, 4, 10), new Vec3(2, -5, 16));

    private final StepRunner tasks = new StepRunner();
    private final TestFrames below = new TestFrames(21, p -> value(p));
    private final TestFrames above = new TestFrames(21, p -> value(p.minus(APART)), new FrameOfReferenceUid("2.25.77"));
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private ViewportModel view = desk.views().getFirst();
    private OpenSet base;
    private OpenSet overlay;

    private static int value(Vec3 p) {
        double r = p.minus(new Vec3(1, -1, 18)).length();
        return (int) Math.round(r < 6 ? 300 + 10 * p.x() : 3 * p.y());
    }

    @BeforeEach
    void open() {
        desk.open(List.of(below.set()), below);
        base = desk.sets().getFirst();
        overlay = desk.add(above.set(), above);
        tasks.runAll();
    }

    private void click(List<Vec3> inBase, List<Vec3> inOverlay) {
        desk.pointAligning().toggle(base, overlay);
        for (int i = 0; i < inBase.size(); i++) {
            desk.pointAligning().add(context(base), inBase.get(i));
            desk.pointAligning().add(context(overlay), inOverlay.get(i));
        }
    }

    private ViewContext context(OpenSet set) {
        ViewportModel shows = desk.visible().stream()
                .filter(one -> one.setProperty().get() == set)
                .findFirst()
                .orElseThrow();
        shows.picture(SIZE);
        tasks.runAll();
        Picture.Ready ready = (Picture.Ready) shows.picture(SIZE);
        return new PictureContext(ready, set.displaySet(), () -> {}, () -> {});
    }

    private static List<Vec3> moved(List<Vec3> places) {
        return places.stream().map(p -> p.plus(APART)).toList();
    }

    @Test
    void fourPairsBringTheOtherSeriesOverThisOneAndSaySo() {
        click(PLACES, moved(PLACES));
        desk.pointAligning().finish();
        assertNull(desk.pointAligning().pairsProperty().get());
        view = desk.visible().getFirst();
        FusedSet fused = Objects.requireNonNull(view.additions().fusedProperty().get());
        Alignment alignment = Objects.requireNonNull(fused.alignment());
        assertEquals(4, alignment.pairs());
        assertEquals(0, alignment.rmsMm(), 1e-9);
        view.picture(SIZE);
        tasks.runAll();
        Volume ground = ((Picture.Ready) view.picture(SIZE)).view().volume();
        tasks.runAll();
        var fusion = Objects.requireNonNull(
                view.additions().extras(ground, Quality.FULL).fusion());
        for (Vec3 p : PLACES) {
            assertEquals(0, fusion.baseToOverlay().apply(p).distanceTo(p.plus(APART)), 1e-9);
        }
        assertEquals(List.of(), desk.warnings(view));
        CornerText text = new CornerText(Messages.of(Locale.ENGLISH));
        Picture.Ready picture = (Picture.Ready) view.picture(SIZE);
        assertEquals(
                "Aligned by 4 point pairs, RMS 0.0 mm",
                text.fused(picture.view(), fused).getLast());
        desk.alignments().takeBack(base, overlay);
        assertNull(
                Objects.requireNonNull(view.additions().fusedProperty().get()).alignment());
        assertEquals(List.of("desk.fusion.by-header"), desk.warnings(view));
    }

    @Test
    void tooFewPairsAndPairsOnALineSettleNothing() {
        click(PLACES.subList(0, 2), moved(PLACES.subList(0, 2)));
        desk.pointAligning().finish();
        assertNotNull(desk.pointAligning().pairsProperty().get());
        desk.pointAligning().cancel();
        List<Vec3> line = List.of(new Vec3(0, 0, 0), new Vec3(1, 1, 2), new Vec3(3, 3, 6));
        click(line, moved(line));
        assertTrue(Objects.requireNonNull(desk.pointAligning().pairsProperty().get())
                .registration()
                .isEmpty());
        desk.pointAligning().finish();
        assertNotNull(desk.pointAligning().pairsProperty().get());
        desk.pointAligning().cancel();
        assertTrue(desk.alignments().of(base, overlay).isEmpty());
    }

    @Test
    void aPointThatWaitsIsSetAnewAndTakenBackFirst() {
        click(PLACES, moved(PLACES));
        PointAligning points = desk.pointAligning();
        points.add(context(base), Vec3.ZERO);
        points.add(context(base), new Vec3(1, 2, 3));
        PointAligning.Pairs pairs =
                Objects.requireNonNull(points.pairsProperty().get());
        assertEquals(5, pairs.inBase().size());
        assertEquals(new Vec3(1, 2, 3), pairs.inBase().getLast());
        points.removeLast();
        points.removeLast();
        assertEquals(3, Objects.requireNonNull(points.pairsProperty().get()).whole());
    }

    @Test
    void theComputersAlignmentIsSaidToBeCheckedAndCanBeTakenBack() {
        view.additions().fusedProperty().set(desk.alignments().over(base, overlay));
        desk.valueAligning().toggle(base, overlay);
        assertTrue(desk.warnings(view).contains("desk.align.searching"));
        tasks.runAll();
        assertFalse(desk.valueAligning().isUnderWay());
        Alignment found = desk.alignments().of(base, overlay).orElseThrow();
        assertEquals(Alignment.Way.VALUES, found.way());
        Vec3 middle = new Vec3(1, -1, 18);
        assertEquals(0, found.baseToOverlay().apply(middle).distanceTo(middle.plus(APART)), 1.0);
        assertEquals(List.of("desk.fusion.by-values"), desk.warnings(view));
        desk.alignments().takeBack(base, overlay);
        assertEquals(List.of("desk.fusion.by-header"), desk.warnings(view));
    }

    @Test
    void theSearchIsGivenUpByTheSameKeyAndWithTheStudy() {
        view.additions().fusedProperty().set(desk.alignments().over(base, overlay));
        desk.valueAligning().toggle(base, overlay);
        desk.valueAligning().toggle(base, overlay);
        tasks.runAll();
        assertTrue(desk.alignments().of(base, overlay).isEmpty());
        assertNull(desk.valueAligning().stateProperty().get());
        desk.valueAligning().toggle(base, overlay);
        desk.close();
        tasks.runAll();
        assertTrue(desk.alignments().of(base, overlay).isEmpty());
    }
}
