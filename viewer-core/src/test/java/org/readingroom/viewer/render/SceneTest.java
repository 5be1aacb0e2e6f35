package org.readingroom.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.Camera;
import org.readingroom.viewer.viewport.ClipBox;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.SceneRequest;
import org.readingroom.viewer.viewport.TransferFunction;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.Volume;

/// Volume rendering of phantoms whose picture can be said beforehand.
// [utest->req~view.volume-rendering~1]
class SceneTest {
    private static final int SIDE = 100;
    private static final AffineMap MAP =
            new AffineMap(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 2), new Vec3(-40, -40, -40));
    private static final TransferFunction OPAQUE = new TransferFunction(List.of(
            new TransferFunction.Node(400, 0xFF0000, 0),
            new TransferFunction.Node(500, 0xFF0000, 0.999),
            new TransferFunction.Node(1500, 0xFF0000, 0.999),
            new TransferFunction.Node(1600, 0x0000FF, 0.999)));

    @Test
    void aSphereIsADiscOfItsTrueSizeFromEverySide() {
        Volume volume = volume(p -> 500 + 100 * (20 - p.length()));
        for (int turn = 0; turn < 5; turn++) {
            Camera camera =
                    new Camera(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 0, -1), 0.8).orbited(37 * turn, 23 * turn);
            int[] picture = draw(request(volume, camera));
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double away = 0.8 * Math.hypot(x + 0.5 - SIDE / 2.0, y + 0.5 - SIDE / 2.0);
                    boolean isRed = (picture[y * SIDE + x] >> 16 & 0xFF) > 60;
                    if (Math.abs(away - 20.5) > 1.5) {
                        assertEquals(away < 20.5, isRed, "turn " + turn + ", " + away + " mm from the middle");
                    }
                }
            }
        }
    }

    @Test
    void whatIsNearerHidesWhatIsBehindIt() {
        // a red ball before a blue one, along the patient's front to back
        Volume volume = volume(p -> {
            double front = 10 - p.minus(new Vec3(0, -20, 0)).length();
            double back = 10 - p.minus(new Vec3(0, 20, 0)).length();
            return front > 0 ? 1000 : back > 0 ? 2000 : 0;
        });
        // half a millimetre of red about the blue one, where values climb past it, is thin
        TransferFunction milky = new TransferFunction(OPAQUE.nodes().stream()
                .map(n -> new TransferFunction.Node(n.value(), n.rgb(), 0.3 * n.opacityPerMm()))
                .toList());
        Camera front = new Camera(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 0, -1), 0.8);
        int middle = SIDE / 2 * SIDE + SIDE / 2;
        int seen = draw(request(volume, front, milky))[middle];
        assertTrue((seen >> 16 & 0xFF) > 2 * (seen & 0xFF), "red in front: " + Integer.toHexString(seen));
        int behind = draw(request(volume, front.orbited(180, 0), milky))[middle];
        assertTrue((behind & 0xFF) > 2 * (behind >> 16 & 0xFF), "blue from behind: " + Integer.toHexString(behind));
        // with the front half clipped away the blue one shows from the front, and the red one is gone
        ClipBox back = new ClipBox(new Vec3(-0.5, 40, -0.5), new Vec3(80.5, 80.5, 40.5));
        int clipped = draw(request(volume, front, milky).withClip(back))[middle];
        assertTrue((clipped & 0xFF) > 2 * (clipped >> 16 & 0xFF), "blue: " + Integer.toHexString(clipped));
    }

    @Test
    void opacityIsPerMillimetreWhateverTheStep() {
        // 30 mm of a value that takes 2 % a millimetre leaves 0.98^30 of the light
        TransferFunction veil = new TransferFunction(
                List.of(new TransferFunction.Node(0, 0xFFFFFF, 0), new TransferFunction.Node(100, 0xFFFFFF, 0.02)));
        Volume volume = volume(p -> Math.abs(p.y()) < 15 ? 100 : -1000);
        Camera camera = new Camera(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 0, -1), 0.8);
        for (Quality quality : Quality.values()) {
            SceneRequest request = new SceneRequest(volume, camera, veil, false, ClipBox.whole(volume), quality);
            int[] picture = draw(request);
            int seen = picture[picture.length / 2 + (int) Math.sqrt(picture.length) / 2] & 0xFF;
            assertEquals(255 * (1 - Math.pow(0.98, 30)), seen, 5, quality.name());
        }
    }

    @Test
    void aDragTurnsTheNearSideWithTheHand() {
        Camera camera = new Camera(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 0, -1), 1);
        Vec3 near = camera.forward().times(-10);
        Camera right = camera.orbited(10, 0);
        assertTrue(near.dot(right.right()) > 1, "to the right");
        Camera down = camera.orbited(0, 10);
        assertTrue(near.dot(down.down()) > 1, "down");
        assertEquals(0, right.right().dot(right.down()), 1e-12);
    }

    private static SceneRequest request(Volume volume, Camera camera) {
        return request(volume, camera, OPAQUE);
    }

    private static SceneRequest request(Volume volume, Camera camera, TransferFunction transfer) {
        return new SceneRequest(volume, camera, transfer, true, ClipBox.whole(volume), Quality.FULL);
    }

    private static Volume volume(ToDoubleFunction<Vec3> formula) {
        return FormulaPhantom.volume(
                81, 81, 41, MAP, new float[] {1}, p -> Math.clamp(formula.applyAsDouble(p), -1000, 3000));
    }

    private static int[] draw(SceneRequest request) {
        var scene = request.resolve(PictureSize.pixels(SIDE, SIDE));
        int[] picture = new int[scene.width() * scene.height()];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(scene, IntBuffer.wrap(picture));
        }
        return picture;
    }
}
