package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.render.RayPick;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.Volume;

/// A volume seen from outside, without a toolkit.
// [utest->req~desk.volume-rendering~1]
// [utest->req~view.pick~1]
class SceneOnDeskTest {
    private static final int SIDE = 120;
    private static final PictureSize SIZE = PictureSize.pixels(SIDE, SIDE);
    /// A ball of bone off the middle: to the patient's left, to the back and to the head.
    private static final double RADIUS_MM = 3.5;

    private final StepRunner tasks = new StepRunner();
    private TestFrames frames = new TestFrames(21, p -> -1000);
    private Vec3 ball = new Vec3(0, 0, 0);
    private ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private ViewportModel view = desk.views().getFirst();

    @BeforeEach
    void open() {
        Vec3 middle = middle(new TestFrames(21, p -> 0).set());
        ball = middle.plus(new Vec3(4, 3, 5));
        frames = new TestFrames(21, p -> p.distanceTo(ball) <= RADIUS_MM ? 1200 : -1000);
        desk = new ReadingDeskModel(tasks);
        view = desk.views().getFirst();
        desk.open(List.of(frames.set()), frames);
        Arrangements.toggleScene(view);
        view.picture(SIZE);
        tasks.runAll();
    }

    private static Vec3 middle(DisplaySet set) {
        Vec3 first = set.frames()
                .getFirst()
                .plane()
                .toPatient(
                        (set.frames().getFirst().format().columns() - 1) / 2.0,
                        (set.frames().getFirst().format().rows() - 1) / 2.0);
        Vec3 last = set.frames()
                .getLast()
                .plane()
                .toPatient(
                        (set.frames().getFirst().format().columns() - 1) / 2.0,
                        (set.frames().getFirst().format().rows() - 1) / 2.0);
        return first.plus(last).times(0.5);
    }

    private Picture.Scene scene() {
        return assertInstanceOf(Picture.Scene.class, view.picture(SIZE));
    }

    /// The middle of what is bright in the picture; nothing when all is black.
    private Optional<Vec3> bright() throws Exception {
        Picture.Scene shown = scene();
        IntBuffer argb = IntBuffer.allocate(SIDE * SIDE);
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(shown.resolved(), argb);
        }
        double x = 0;
        double y = 0;
        int count = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if ((argb.get(i) >> 8 & 0xFF) > 60) {
                x += i % SIDE;
                y += i / SIDE;
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Vec3(x / count + 0.5, y / count + 0.5, 0));
    }

    private static String side(Vec3 at) {
        return (at.x() < SIDE / 2.0 ? "left" : "right") + " " + (at.y() < SIDE / 2.0 ? "top" : "bottom");
    }

    @Test
    void fromTheFrontThePatientsLeftIsAtTheRightAndTheHeadAtTheTop() throws Exception {
        assertEquals("right top", side(bright().orElseThrow()));
        Bearings bearings = Bearings.of(scene().camera());
        assertEquals(
                List.of("H", "F", "R", "L"),
                List.of(bearings.top(), bearings.bottom(), bearings.left(), bearings.right()));
    }

    @Test
    void halfATurnShowsTheBack() throws Exception {
        view.scene((look, volume) -> look.turned(volume, 180, 0));
        assertEquals("left top", side(bright().orElseThrow()));
        assertEquals("L", Bearings.of(scene().camera()).left());
    }

    @Test
    void aDragToTheRightTakesTheNearSideToTheRight() {
        Camera front = scene().camera();
        Vec3 nearest = front.target().minus(front.forward().times(5));
        double before = SceneBox.onScreen(front, nearest, SIDE, SIDE).x();
        view.scene((look, volume) -> look.turned(volume, 20, 0));
        assertTrue(SceneBox.onScreen(scene().camera(), nearest, SIDE, SIDE).x() > before + 0.1);
        view.scene((look, volume) -> look.turned(volume, -20, 0).turned(volume, 0, 20));
        assertTrue(SceneBox.onScreen(scene().camera(), nearest, SIDE, SIDE).y() > SIDE / 2.0 + 0.1);
    }

    @Test
    void theBallIsWhereTheMarksSayAndAsLargeAsItIs() throws Exception {
        for (int turn = 0; turn < 4; turn++) {
            view.scene((look, volume) -> look.turned(volume, 67, 31).zoomed(volume, 1.05));
            Vec3 expected = SceneBox.onScreen(scene().camera(), ball, SIDE, SIDE);
            Vec3 seen = bright().orElseThrow();
            double pixel = scene().camera().mmPerPixel();
            assertTrue(
                    Math.hypot(seen.x() - expected.x(), seen.y() - expected.y()) * pixel < 1.2,
                    seen + " instead of " + expected);
        }
    }

    @Test
    void aClickFindsTheNearSideOfTheBall() {
        for (String preset : List.of("bone", SceneLook.BRIGHTEST)) {
            view.scene((look, volume) -> look.withPreset(preset).turned(volume, 40, -25));
            Picture.Scene shown = scene();
            Vec3 at = SceneBox.onScreen(shown.camera(), ball, SIDE, SIDE);
            Vec3 found = RayPick.at(shown.resolved(), at.x(), at.y()).orElseThrow();
            assertTrue(found.distanceTo(ball) < RADIUS_MM + 1.5, preset + ": " + found);
            if (preset.equals("bone")) {
                Vec3 towardsReader = shown.camera().forward().times(-1);
                assertTrue(found.minus(ball).dot(towardsReader) > RADIUS_MM - 2.5, "not the near side: " + found);
                assertFalse(RayPick.at(shown.resolved(), 2, 2).isPresent(), "nothing is there");
            }
        }
    }

    @Test
    void howeverFarItIsZoomedMarksAndPictureKeepOneScale() {
        for (double factor : new double[] {1e6, 1e-12}) {
            view.scene((look, volume) -> look.withPreset(SceneLook.BRIGHTEST).zoomed(volume, factor));
            Picture.Scene shown = scene();
            ResolvedView brightest = assertInstanceOf(ResolvedView.class, shown.resolved());
            double drawn = brightest.transform().worldUnitsPerPixel();
            assertEquals(shown.camera().mmPerPixel(), drawn, 1e-9 * drawn);
        }
    }

    @Test
    void whatTheBoxCutsOffIsGone() throws Exception {
        Volume volume = desk.sets().getFirst().volume().orElseThrow().volume();
        Vec3 voxel = volume.worldToVoxel().apply(ball);
        view.scene((look, whole) -> look.withClip(new ClipBox(
                new Vec3(-0.5, -0.5, -0.5), new Vec3(voxel.x() - 8, whole.rows() - 0.5, whole.depth() - 0.5))));
        assertTrue(bright().isEmpty());
        view.scene((look, whole) -> look.withClip(null));
        assertTrue(bright().isPresent());
    }

    @Test
    void aHandleMovesItsFaceUnderThePointerAndNeverThroughTheOther() {
        view.scene((look, volume) -> look.withBox(true).turned(volume, 35, 20));
        Picture.Scene shown = scene();
        SceneBox box = SceneBox.of(shown, SIDE, SIDE).orElseThrow();
        assertEquals(6, box.handles().size());
        for (SceneBox.Handle handle : box.handles()) {
            SceneBox.Face face = box.at(handle.x(), handle.y()).orElseThrow();
            Volume volume = desk.sets().getFirst().volume().orElseThrow().volume();
            ClipBox far = face.moved(ClipBox.whole(volume), volume, shown.camera(), 10_000, 10_000);
            ClipBox back = face.moved(far, volume, shown.camera(), -20_000, -20_000);
            for (ClipBox one : List.of(far, back)) {
                assertTrue(one.low().x() < one.high().x()
                        && one.low().y() < one.high().y()
                        && one.low().z() < one.high().z());
            }
        }
    }

    @Test
    void anIncompleteVolumeIsNotShownFromOutside() {
        ReadingDeskModel fresh = new ReadingDeskModel(tasks);
        fresh.open(List.of(frames.set()), frames);
        ViewportModel first = fresh.views().getFirst();
        Arrangements.toggleScene(first);
        assertInstanceOf(Picture.Loading.class, first.picture(SIZE));
        tasks.runAll();
        assertInstanceOf(Picture.Scene.class, first.picture(SIZE));
    }

    @Test
    void aDraftSaysSoAndEveryPresetHasAName() {
        Messages chinese = Messages.of(Locale.CHINESE);
        Picture.Scene draft = assertInstanceOf(Picture.Scene.class, view.picture(SIZE, Quality.FAST));
        ModeText text = new ModeText(chinese);
        assertTrue(text.how(draft, frames.set()).contains(chinese.get("desk.scene.draft")));
        assertFalse(text.how(scene(), frames.set()).contains(chinese.get("desk.scene.draft")));
        for (String preset : SceneLook.presets("CT")) {
            view.scene((look, volume) -> look.withPreset(preset));
            assertEquals(
                    chinese.get(ModeText.presetKey(preset)),
                    text.how(scene(), frames.set()).getFirst());
        }
        assertNotNull(text.what(scene(), frames.set()));
    }

    @Test
    void cuttingOrAnotherSetMakesTheViewFlatAgain() {
        view.cut(PlaneKind.CORONAL);
        assertTrue(view.isFlat());
        Arrangements.toggleScene(view);
        assertFalse(view.isFlat());
        view.show(desk.sets().getFirst());
        assertTrue(view.isFlat());
    }
}
