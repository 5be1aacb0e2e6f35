package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;
import static org.readingroom.viewer.dicom.Tag.COLUMNS;
import static org.readingroom.viewer.dicom.Tag.PIXEL_DATA;
import static org.readingroom.viewer.dicom.Tag.ROWS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.film.LineImage;
import org.readingroom.desktop.film.LineImage.Spacing;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.film.Sizing;
import org.readingroom.viewer.task.Progress;

/// A picture of lines with known distances goes by keys from the desk to a film printer, DCMTK's; what arrives there is
/// measured.
@Tag("ui")
@Tag("slow")
class FilmScenarioTest {
    private static final int STORED_IMAGE_SIZE = 0x20200030;

    private final ScenarioPictures pictures = new ScenarioPictures("film");

    @TempDir
    Path folder;

    // [utest->req~film.sheet~1]
    // [utest->req~film.gate~1]
    @Test
    void aPictureIsPrintedOnFilmAtTrueSize() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/dcmprscp")), "DCMTK's print server is missing");
        Path home = folder.resolve("home");
        prepare(home);
        int port = freePort();
        printers(home, port);
        Process printer = printer(port);
        try (RealWindow window = new RealWindow(home, true, Locale.ENGLISH)) {
            open(window);
            collect(window);
            print(window);
        } finally {
            printer.destroy();
            printer.waitFor(5, TimeUnit.SECONDS);
        }
        measure();
        try (Home kept = Home.openOrCreate(home)) {
            assertTrue(kept.verifyAudit("radiologist", "demo".toCharArray()).isIntact());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void prepare(Path place) throws Exception {
        Path file = folder.resolve("lines.dcm");
        LineImage.of(1, Spacing.PATIENT).writeTo(file);
        HomeOptions empty = HomeOptions.defaults().withDepartment(List::of);
        try (Home home = Home.openOrCreateDemo(place, empty, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(
                    1,
                    session.imports()
                            .importPaths(List.of(file), Progress.IGNORED)
                            .imported());
        }
    }

    private static void printers(Path place, int port) throws IOException {
        Files.writeString(place.resolve("printers.json"), """
                {"printers":[{"name":"Film room","aeTitle":"FILMPRINTER","host":"127.0.0.1","port":%d,"bits":8,
                "sizes":["14INX17IN"]}]}
                """.formatted(port));
    }

    private Process printer(int port) throws Exception {
        Files.createDirectories(folder.resolve("db"));
        Files.createDirectories(folder.resolve("spool"));
        Path configuration = folder.resolve("print.cfg");
        Files.writeString(configuration, """
                [[GENERAL]]
                [APPLICATION]
                LogDirectory = %1$s
                LogLevel = WARN
                [DATABASE]
                Directory = %1$s/db
                [PRINT]
                Directory = %1$s/spool
                [[COMMUNICATION]]
                [FILMPRINTER]
                Aetitle = FILMPRINTER
                Description = film room
                Hostname = localhost
                Port = %2$d
                Type = LOCALPRINTER
                BorderDensity = BLACK
                DisableNewVRs = false
                DisplayFormat = 1,1\\2,3
                EmptyImageDensity = BLACK
                FilmSizeID = 14INX17IN
                ImplicitOnly = false
                MagnificationType = NONE
                MaxPDU = 32768
                SupportsDecimateCrop = true
                SupportsImageSize = true
                SupportsPresentationLUT = true
                SupportsTrim = true
                """.formatted(folder, port));
        Process process = new ProcessBuilder("dcmprscp", "-c", configuration.toString(), "-p", "FILMPRINTER")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printer.log").toFile())
                .start();
        for (int tries = 0; tries < 600 && process.isAlive(); tries++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return process;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("the print server does not listen");
    }

    private void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.look().worklist().shown().size() == 1
                        && window.person()
                                .find("#worklist")
                                .filter(list -> list.equals(window.scene().getFocusOwner()))
                                .isPresent());
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the picture",
                () -> window.look().deskView().activeNode().context().isPresent());
    }

    private void collect(RealWindow window) throws Exception {
        onFx(() -> {
            window.look().deskView().activeNode().requestFocus();
            window.person().press(KeyCode.P, Modifier.CTRL, Modifier.SHIFT);
        });
        onFx(() -> window.person().press(KeyCode.P, Modifier.CTRL));
        until(
                "the film",
                () -> window.person().sees("#film-page") && window.person().sees("#film-list"));
        until("the printers", () -> targets(window).getItems().size() > 1);
        until("the page", () -> window.person().find("#film-told").isEmpty());
        pictures.keep(window, "01-collected");
        onFx(() -> {
            ComboBox<PageSize> size = box(window, "#film-size");
            size.setValue(PageSize.FILM_14X17);
            ComboBox<Integer> rows = box(window, "#film-rows");
            rows.setValue(1);
            ComboBox<Integer> columns = box(window, "#film-columns");
            columns.setValue(1);
            ComboBox<Sizing> sizing = box(window, "#film-sizing");
            sizing.setValue(Sizing.TRUE_SIZE);
        });
        until("the page of the film", () -> window.person().reads("#film-which", "356 × 432 mm"));
        until(
                "the picture of the page",
                () -> window.person().find("#film-told").isEmpty());
        pictures.keep(window, "02-true-size");
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(RealWindow window, String selector) {
        return (ComboBox<T>) window.person().find(selector).orElseThrow();
    }

    private static ComboBox<Object> targets(RealWindow window) {
        return box(window, "#film-target");
    }

    private void print(RealWindow window) throws Exception {
        onFx(() -> {
            ComboBox<Object> targets = targets(window);
            targets.setValue(targets.getItems().stream()
                    .filter(each -> each.toString().contains("Film room"))
                    .findFirst()
                    .orElseThrow());
            window.person().press(KeyCode.ENTER, Modifier.CTRL);
        });
        until("that the film was sent", () -> window.person().reads("#status-message", "One film sent"));
        pictures.keep(window, "03-sent");
    }

    /// The film image: its lines are as far apart as in the patient, at the size that was asked for.
    private void measure() throws Exception {
        DataSet image = DicomReader.read(named("HG_").getFirst()).dataSet();
        DataSet print = DicomReader.read(named("SP_").getFirst()).dataSet();
        double width =
                print.items(0x21300040).getFirst().decimal(STORED_IMAGE_SIZE).orElseThrow();
        int columns = image.integer(COLUMNS).orElseThrow();
        int rows = image.integer(ROWS).orElseThrow();
        byte[] pixels = image.bytes(PIXEL_DATA);
        double mm = width / columns;
        int row = rows / 2 - (int) Math.round(12 / mm);
        List<Double> lines = new ArrayList<>();
        double sum = 0;
        double weight = 0;
        for (int column = 0; column < columns; column++) {
            int grey = pixels[row * columns + column] & 0xFF;
            if (grey > 60) {
                sum += column * (double) grey;
                weight += grey;
            } else if (weight > 0) {
                lines.add(sum / weight * mm);
                sum = 0;
                weight = 0;
            }
        }
        assertEquals(2, lines.size(), lines.toString());
        assertEquals(LineImage.ACROSS_MM, lines.get(1) - lines.get(0), 0.25);
    }

    private List<Path> named(String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }
}
