package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.phantom.MammogramPhantom;
import org.readingroom.viewer.phantom.SyntheticInstance;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;

/// Four mammograms are opened and hang by themselves: right beside left, walls back to back, one
/// scale, nipples at one height. All of it is read off the pixels of the window and held against
/// the phantom's formulas.
@org.junit.jupiter.api.Tag("ui")
@org.junit.jupiter.api.Tag("slow")
class MammographyScenarioTest {
    /// The right breast reaches 100 mm forwards, the left 104, each with 5 mm of nipple beyond.
    private static final double RIGHT_MM = 105;

    private static final double LEFT_MM = 109;
    private static final double PICTURE_MM = 720 * 0.25;

    private static final MammogramPhantom PHANTOM = MammogramPhantom.standard();

    /// All four views in one series; the left CC is stored the other way round, with the orientation that says so.
    private static final SyntheticStudy STUDY = new MadeStudy(
            "mammograms", "M3003", List.of(new MadeStudy.Part(PHANTOM, "MG", MammographyScenarioTest::asStored)));

    @TempDir
    Path folder;

    /// What the pixels of one view say: the columns and the row of the foremost point, in pixels of
    /// the view.
    private record Seen(boolean tissueAtRight, boolean tissueAtLeft, double reach, double nippleY, double width) {}

    // [utest->req~hanging.apply~1]
    // [utest->req~hanging.same-scale~1]
    // [utest->req~hanging.mirror-by-orientation~1]
    @Test
    void fourMammogramsHangByThemselves() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(STUDY));
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED)) {
            assertTrue(home.isDemo());
        }
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            ScenarioPictures pictures = new ScenarioPictures("mammography");
            open(window);
            hungAs(window, 4);
            pictures.keep(window, "01-four-views");
            List<Seen> seen = look(window);
            pair(seen.get(0), seen.get(1));
            pair(seen.get(2), seen.get(3));
            sameScale(seen);
            order(window, List.of("R CC", "L CC", "R MLO", "L MLO"));
            assertTrue(status(window).contains("Mammography"), status(window));
            assertTrue(status(window).contains("MG"), "the reason is said: " + status(window));

            assertTrue(warnings(window, 1).contains("mirrored"), "a mirrored picture says so");
            assertEquals("", warnings(window, 0));

            press(window, KeyCode.F6);
            hungAs(window, 2);
            pictures.keep(window, "02-cc-pair");
            seen = look(window);
            pair(seen.get(0), seen.get(1));
            sameScale(seen);
            order(window, List.of("R CC", "L CC"));

            press(window, KeyCode.F6);
            hungAs(window, 2);
            order(window, List.of("R MLO", "L MLO"));
            seen = look(window);
            pair(seen.get(0), seen.get(1));
            sameScale(seen);
            pictures.keep(window, "03-mlo-pair");
        }
    }

    private static SyntheticInstance asStored(SyntheticInstance made) {
        boolean isLeftCc =
                made.dataSet().string(Tag.IMAGE_LATERALITY).orElse("").equals("L")
                        && made.dataSet().string(Tag.VIEW_POSITION).orElse("").equals("CC");
        if (!isLeftCc) {
            return made;
        }
        float[] values = PHANTOM.stored(1);
        int columns = PHANTOM.columns();
        ByteBuffer words = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < values.length; i++) {
            int mirrored = i / columns * columns + columns - 1 - i % columns;
            words.putShort((short) Math.clamp(Math.round(values[mirrored]), 0, 4095));
        }
        DataSet data = DataSetBuilder.create("ISO_IR 192")
                .addAll(made.dataSet())
                .text(Tag.PATIENT_ORIENTATION, Vr.CS, "P", "R")
                .build();
        return new SyntheticInstance(
                data,
                new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(words.array()), words.capacity(), false));
    }

    private static String warnings(RealWindow window, int view) throws Exception {
        return onFx(
                () -> ((Label) window.look().deskView().viewNodes().get(view).lookup(".desk-warning")).getText());
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        onFx(() -> window.person().press(KeyCode.ENTER));
    }

    private static void press(RealWindow window, KeyCode key) throws Exception {
        onFx(() -> window.person().press(key));
    }

    private static void hungAs(RealWindow window, int views) throws Exception {
        until(
                views + " views, drawn",
                () -> window.look().desk().visible().size() == views
                        && window.look().desk().visible().stream()
                                .allMatch(view -> view.setProperty().get() != null)
                        && window.look().deskView().isDrawn());
        int[] seen = new int[1];
        until("some pulses", () -> ++seen[0] > 20 && window.look().deskView().isDrawn());
    }

    /// The chest wall of the right breast is at the right edge of its view, that of the left at the
    /// left edge; both nipples stand at one height.
    private static void pair(Seen right, Seen left) {
        assertTrue(right.tissueAtRight && !right.tissueAtLeft, "right breast: wall at the right, air at the left");
        assertTrue(left.tissueAtLeft && !left.tissueAtRight, "left breast: wall at the left, air at the right");
        assertEquals(right.nippleY, left.nippleY, 4, "nipples at one height");
    }

    /// Reach on the screen is proportional to reach in mm: the phantom's 105 and 109.
    private static void sameScale(List<Seen> seen) {
        double perMm = seen.getFirst().reach / RIGHT_MM;
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(
                    (i % 2 == 0 ? RIGHT_MM : LEFT_MM) * perMm,
                    seen.get(i).reach,
                    Math.max(2.5, 1.5 * perMm),
                    "view " + i + " of " + seen);
        }
        assertTrue(perMm * PICTURE_MM <= seen.getFirst().width + 1, "the picture fits its view");
    }

    private static List<Seen> look(RealWindow window) throws Exception {
        return onFx(() -> {
            Image image = window.look().deskView().getScene().snapshot(null);
            List<Seen> seen = new ArrayList<>();
            List<ViewportNode> nodes = window.look().deskView().viewNodes();
            for (int i = 0; i < window.look().desk().visible().size(); i++) {
                Bounds at = nodes.get(i).localToScene(nodes.get(i).getLayoutBounds());
                seen.add(see(image.getPixelReader(), at, i % 2 == 0));
            }
            return seen;
        });
    }

    /// Tissue is grey above the dark of air; text and letters in the corners and at the edges are
    /// left out.
    private static Seen see(PixelReader pixels, Bounds at, boolean wallAtRight) {
        int top = (int) at.getMinY() + 90;
        int bottom = (int) at.getMaxY() - 90;
        int from = (int) at.getMinX() + 2;
        int to = (int) at.getMaxX() - 2;
        IntPredicate tissueIn = x -> height(pixels, x, top, bottom) > (bottom - top) / 4;
        int tip = -1;
        double tipY = 0;
        for (int step = 0; step < to - from && tip < 0; step++) {
            int x = wallAtRight ? from + 24 + step : to - 24 - step;
            int run = 0;
            for (int y = top; y < bottom; y++) {
                run = isTissue(pixels.getArgb(x, y)) ? run + 1 : 0;
                if (run >= 4) {
                    tip = x;
                    int end = y;
                    while (end < bottom && isTissue(pixels.getArgb(x, end))) {
                        end++;
                    }
                    tipY = (y - 3 + end) / 2.0;
                    break;
                }
            }
        }
        double reach = wallAtRight ? to - tip : tip - from;
        return new Seen(tissueIn.test(to - 3), tissueIn.test(from + 3), reach, tipY - at.getMinY(), at.getWidth());
    }

    private static int height(PixelReader pixels, int x, int top, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            count += isTissue(pixels.getArgb(x, y)) ? 1 : 0;
        }
        return count;
    }

    private static boolean isTissue(int argb) {
        int red = argb >> 16 & 255;
        int blue = argb & 255;
        return red > 12 && Math.abs(red - blue) < 8;
    }

    /// What the corners on the screen say.
    private static void order(RealWindow window, List<String> views) throws Exception {
        List<String> said = onFx(() -> {
            List<String> found = new ArrayList<>();
            List<ViewportNode> nodes = window.look().deskView().viewNodes();
            for (int i = 0; i < views.size(); i++) {
                String all = nodes.get(i).lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()
                        .toString();
                found.add(views.stream().filter(all::contains).findFirst().orElse(all));
            }
            return found;
        });
        assertEquals(views, said);
    }

    private static String status(RealWindow window) throws Exception {
        return onFx(() -> window.person()
                .find("#status-message")
                .map(node -> ((Label) node).getText())
                .orElse(""));
    }
}
