package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.HandPhantom;
import org.readingroom.viewer.task.Progress;

/// A chest CT leaves as picture, series, video, volume and de-identified objects, each asked for in the one sheet.
@Tag("ui")
@Tag("slow")
class ExportScenarioTest {
    @TempDir
    Path folder;

    // [utest->req~export.sheet~1]
    // [utest->req~export.pictures~1]
    @Test
    void whatIsOnTheScreenLeavesAsItIsShown() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(CtChestPhantom.coarse()));
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        String person = System.getProperty("user.home");
        ScenarioPictures pictures = new ScenarioPictures("export");
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            System.setProperty("user.home", folder.toString());
            open(window);

            sheet(window);
            pictures.keep(window, "01-sheet");
            assertTrue(summary(window).contains("Without the patient"), summary(window));
            choose(window, "#export-nameless", false);
            assertTrue(summary(window).contains("With the patient"), summary(window));
            Path named = export(window, ".png");
            samePixels(window, named);
            choose(window, "PNG", "VIEW", true);
            Path nameless = export(window, ".png");
            otherCorner(named, nameless);
            System.setProperty("user.home", person);

            choose(window, "MP4", "SERIES", true);
            pictures.keep(window, "02-video");
            Path video = export(window, ".mp4");
            int count = onFx(() -> window.look().desk().activeProperty().get().count());
            assertTrue(Files.size(video) > 10_000);
            probe(video, count);

            choose(window, "NATIVE_PNG", "SERIES", true);
            Path series = export(window, "");
            try (Stream<Path> files = Files.list(series)) {
                List<Path> all = files.sorted().toList();
                assertEquals(count, all.size());
                BufferedImage one = ImageIO.read(all.getFirst().toFile());
                assertEquals(onFx(() -> window.frame().format().columns()), one.getWidth());
            }
            choose(window, "NIFTI", "SERIES", true);
            assertTrue(Files.size(export(window, ".nii.gz")) > 10_000);

            choose(window, "DICOM", "STUDY", true);
            pictures.keep(window, "03-dicom");
            Path objects = export(window, "");
            withoutThePatient(objects, count);

            onFx(() -> window.look().deskView().activeNode().requestFocus());
            onFx(() -> window.person().press(KeyCode.E, Puppet.Modifier.CTRL, Puppet.Modifier.SHIFT));
            until(
                    "the picture is on the clipboard",
                    () -> Clipboard.getSystemClipboard().hasImage());
            Image copied = onFx(() -> Clipboard.getSystemClipboard().getImage());
            assertEquals(ImageIO.read(named.toFile()).getWidth(), (int) copied.getWidth());
            pictures.keep(window, "04-done");
        } finally {
            System.setProperty("user.home", person);
        }
    }

    /// A series is on its way out when the reader opens another patient: nothing of that one may go along.
    // [utest->req~export.same-pictures~1]
    @Test
    void anExportEndsWhenAnotherPatientIsOpened() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options =
                HomeOptions.defaults().withDepartment(() -> List.of(CtChestPhantom.coarse(), HandPhantom.standard()));
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        String person = System.getProperty("user.home");
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            System.setProperty("user.home", folder.toString());
            open(window);
            assertEquals(
                    "CT",
                    onFx(() -> window.look().desk().activeSet().orElseThrow().modality()));
            choose(window, "PNG", "SERIES", true);
            onFx(() -> window.person().press(KeyCode.ENTER));
            Path out = folder.resolve("ReadingRoom-export");
            until("the first pictures are out", () -> pictures(out) > 1);
            List<String> said = new CopyOnWriteArrayList<>();
            onFx(() -> ExportScenarioTest.<Label>find(window, "#status-message")
                    .textProperty()
                    .subscribe((before, now) -> said.add(now)));
            onFx(() -> window.person().press(KeyCode.DIGIT1, Puppet.Modifier.ALT));
            until("the list has the keys", () -> hasKeys(window, "#worklist"));
            onFx(() -> window.person().press(KeyCode.DOWN));
            onFx(() -> window.person().press(KeyCode.ENTER));
            // the next words may follow at once
            until("the export says that it stopped", () -> said.stream().anyMatch(each -> each.startsWith("Stopped")));
            assertEquals(0, pictures(out), "nothing is left behind");
            until(
                    "the other patient is on the desk",
                    () -> window.look()
                            .desk()
                            .activeSet()
                            .filter(set -> set.modality().equals("DX"))
                            .isPresent());
        } finally {
            System.setProperty("user.home", person);
        }
    }

    /// Files of pictures, those of an unfinished export too.
    private static long pictures(Path out) throws Exception {
        if (!Files.isDirectory(out)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.toString().endsWith(".png")).count();
        }
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && !window.look().worklist().shown().isEmpty());
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the study is on the desk",
                () -> window.look().deskView().isDrawn()
                        && window.look()
                                        .desk()
                                        .activeProperty()
                                        .get()
                                        .setProperty()
                                        .get()
                                != null);
    }

    private static void sheet(RealWindow window) throws Exception {
        onFx(() -> {
            window.look().deskView().activeNode().requestFocus();
            window.person().press(KeyCode.E, Puppet.Modifier.CTRL);
        });
        until(
                "the sheet",
                () -> window.person().sees("#export") && window.person().sees("#export-go"));
    }

    private static boolean hasKeys(RealWindow window, String id) {
        Node owner = window.scene().getFocusOwner();
        return owner != null && window.person().find(id).filter(owner::equals).isPresent();
    }

    private static <T extends Node> T find(RealWindow window, String id) {
        @SuppressWarnings("unchecked")
        T found = (T) window.scene().lookup(id);
        return found;
    }

    private static String summary(RealWindow window) throws Exception {
        return onFx(
                () -> ExportScenarioTest.<Label>find(window, "#export-summary").getText());
    }

    private static void choose(RealWindow window, String box, boolean wanted) throws Exception {
        onFx(() -> ExportScenarioTest.<CheckBox>find(window, box).setSelected(wanted));
    }

    @SuppressWarnings("unchecked")
    private static void choose(RealWindow window, String form, String what, boolean anonymous) throws Exception {
        sheet(window);
        onFx(() -> {
            select(find(window, "#export-form"), form);
            select(find(window, "#export-what"), what);
            ((CheckBox) find(window, form.equals("DICOM") ? "#export-anonymous" : "#export-nameless"))
                    .setSelected(anonymous);
        });
    }

    private static <T> void select(ComboBox<T> box, String name) {
        box.setValue(box.getItems().stream()
                .filter(item -> item.toString().equals(name))
                .findFirst()
                .orElseThrow());
    }

    /// Presses Enter and waits for the newest thing in the folder.
    private Path export(RealWindow window, String ending) throws Exception {
        Path out = folder.resolve("ReadingRoom-export");
        long before = count(out);
        // names go by the second
        Thread.sleep(1100);
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "something more lies in the folder",
                () -> count(out) > before && window.look().deskView().isDrawn());
        until("the work has ended", () -> !window.person().sees("#status-cancel"));
        try (Stream<Path> files = Files.list(out)) {
            Path newest = files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .max((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .orElseThrow();
            assertTrue(newest.toString().endsWith(ending), newest.toString());
            return newest;
        }
    }

    private static long count(Path out) throws Exception {
        if (!Files.isDirectory(out)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    /// The file against what JavaFX itself says is on the screen.
    private static void samePixels(RealWindow window, Path file) throws Exception {
        BufferedImage written = ImageIO.read(file.toFile());
        WritableImage screen = onFx(() -> {
            ViewportNode node = window.look().deskView().activeNode();
            return node.snapshot(null, null);
        });
        int width = Math.min(written.getWidth(), (int) screen.getWidth());
        int height = Math.min(written.getHeight(), (int) screen.getHeight());
        int others = 0;
        for (int y = 2; y < height - 2; y++) {
            for (int x = 2; x < width - 2; x++) {
                int wanted = screen.getPixelReader().getArgb(x, y);
                int found = written.getRGB(x, y);
                // text is blended twice, once over nothing and once over the picture
                others += Math.abs((wanted & 0xFF) - (found & 0xFF)) > 3 ? 1 : 0;
            }
        }
        assertTrue(width > 400 && height > 400, width + " x " + height);
        assertTrue(others < width * height / 500, others + " pixels differ of " + width * height);
    }

    /// The upper left corner holds the name in one and nothing bright in the other.
    private static void otherCorner(Path named, Path nameless) throws Exception {
        assertTrue(bright(ImageIO.read(named.toFile())) > 50);
        assertEquals(0, bright(ImageIO.read(nameless.toFile())));
    }

    private static int bright(BufferedImage image) {
        int bright = 0;
        for (int y = 4; y < 60; y++) {
            for (int x = 4; x < 120; x++) {
                bright += (image.getRGB(x, y) & 0xFF) > 120 ? 1 : 0;
            }
        }
        return bright;
    }

    private static void probe(Path video, int count) throws Exception {
        Process ffprobe;
        try {
            ffprobe = new ProcessBuilder(
                            "ffprobe",
                            "-v",
                            "error",
                            "-count_frames",
                            "-show_entries",
                            "stream=nb_read_frames",
                            "-of",
                            "csv=p=0",
                            video.toString())
                    .start();
        } catch (java.io.IOException absent) {
            return;
        }
        String said = new String(ffprobe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(Integer.toString(count), said.strip());
    }

    private static void withoutThePatient(Path objects, int count) throws Exception {
        String name = CtChestPhantom.coarse()
                .instance(0)
                .dataSet()
                .string(org.readingroom.viewer.dicom.Tag.PATIENT_ID)
                .orElseThrow();
        int found = 0;
        try (Stream<Path> files = Files.walk(objects)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".dcm"))::iterator) {
                found++;
                assertEquals(
                        "YES",
                        DicomReader.read(file).dataSet().string(0x00120062).orElseThrow());
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name));
            }
        }
        assertEquals(count, found);
    }
}
