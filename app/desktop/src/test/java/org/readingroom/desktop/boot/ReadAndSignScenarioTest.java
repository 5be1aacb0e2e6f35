package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.SharedData;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The line on a real chest CT in the real window: open, measure, report, sign. What was measured, stored, signed
/// and audited is then held against DCMTK's pixels, arithmetic, OpenSSL and the chain itself.
@Tag("ui")
@Tag("slow")
class ReadAndSignScenarioTest {
    private static final String SERIES = "series/ct-chest-lidc0314";
    private static final double SPACING_MM = 0.78125;
    /// Chosen so that no pixel centre lies on the ellipse: its sums of squares are multiples of 1/25, 9.9² is not.
    private static final double CENTRE = 256.2;

    private static final double HALF = 9.9;

    @TempDir
    Path folder;

    private @Nullable Puppet puppet;
    private @Nullable Desktop desktop;

    // [utest->req~report.sign.one-transaction~1]
    @Test
    void aChestCtIsOpenedMeasuredReportedAndSigned() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path series = SharedData.path(SERIES);
        Path place = folder.resolve("home");
        StudyUid study = prepare(place, series);
        Walked walked = walk(place);
        ImagePlane plane = java.util.Objects.requireNonNull(walked.frame.plane());
        assertEquals(SPACING_MM, plane.spacing().rowMm(), 0);
        assertEquals(64 * SPACING_MM, walked.lengthMm, 0.01);
        assertEquals(Math.PI * Math.pow(HALF * SPACING_MM, 2), walked.areaMm2, 0.05);
        DoubleSummaryStatistics truth =
                truth(series, walked.frame.ref().instance().value());
        assertEquals(truth.getCount(), walked.count);
        assertEquals(truth.getAverage(), walked.meanHu, 1e-3);
        try (Home home = Home.openOrCreate(place)) {
            try (Session session = home.signIn("radiologist", "demo".toCharArray())) {
                List<VersionVerdict> verdicts = session.reports().verify(study);
                assertEquals(1, verdicts.size());
                assertTrue(verdicts.getFirst().isSound());
                SignedReport signed = session.reports().versions(study).getFirst();
                assertTrue(
                        signed.report().text(SectionKind.FINDINGS).contains("50.0"), "the measured length is written");
                assertTrue(signed.report().sentences().stream()
                        .anyMatch(s -> !s.evidence().isEmpty()));
                openSsl(signed, session.reports().trustedCertificatePem());
                List<OutboxEntry> waiting = session.outbox().entries();
                assertEquals(1, waiting.size());
                assertEquals(OutboxEntry.State.WAITING, waiting.getFirst().state());
                assertTrue(session.annotations().load(study).isPresent(), "the marks survive the restart");
            }
            assertTrue(home.verifyAudit("radiologist", "demo".toCharArray()).isIntact());
        }
    }

    private static StudyUid prepare(Path place, Path series) throws Exception {
        HomeOptions empty = HomeOptions.defaults().withDepartment(List::of);
        try (Home home = Home.openOrCreateDemo(place, empty, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            var summary = session.imports().importPaths(List.of(series), Progress.IGNORED);
            assertEquals(275, summary.imported());
            assertEquals(List.of(), summary.skipped());
            return summary.studies().iterator().next();
        }
    }

    private record Walked(ImageFrame frame, double lengthMm, double areaMm2, long count, double meanHu) {}

    private Walked walk(Path place) throws Exception {
        FxToolkit.registerPrimaryStage();
        LaneRunner lanes = new LaneRunner(new FxLane());
        onFx(() -> {
            Theme.install();
            javafx.stage.Stage stage = new javafx.stage.Stage();
            StartOptions options = new StartOptions(place, true, Locale.ENGLISH, null);
            Desktop started = new Desktop(stage, options, new FxLane(), lanes);
            started.begin();
            stage.setWidth(1600);
            stage.setHeight(1000);
            puppet = new Puppet(stage.getScene());
            desktop = started;
            return true;
        });
        until("sign-in", () -> person().sees("#sign-in-name"));
        onFx(() -> {
            person().click("#sign-in-name");
            person().type("radiologist");
            person().click("#sign-in-password");
            person().type("demo");
            person().press(KeyCode.ENTER);
            return true;
        });
        until(
                "the list",
                () -> person().sees("#worklist") && look().worklist().shown().size() == 1);
        AtomicReference<Integer> shown = new AtomicReference<>(0);
        onFx(() -> {
            look().desk().onPictureShownProperty().set(() -> shown.set(shown.get() + 1));
            person().press(KeyCode.ENTER);
            return true;
        });
        until(
                "the picture",
                () -> shown.get() > 0
                        && look().report().isPresent()
                        && look().deskView().activeNode().context().isPresent());
        ImageFrame frame = onFx(() -> java.util.Objects.requireNonNull(
                        look().desk().activeProperty().get().setProperty().get())
                .displaySet()
                .frames()
                .get(look().desk().activeProperty().get().index()));
        draw(KeyCode.L, frame, 200, 256, 264, 256);
        until("the length", () -> look().marks().annotations().size() == 1);
        draw(KeyCode.E, frame, CENTRE - HALF, CENTRE - HALF, CENTRE + HALF, CENTRE + HALF);
        until("the statistics", () -> look().marks().annotations().size() == 2 && number(1, Quantity.MEAN) != 0);
        report(frame);
        Walked walked = onFx(() -> new Walked(
                frame,
                number(0, Quantity.LENGTH),
                number(1, Quantity.AREA),
                Math.round(number(1, Quantity.COUNT)),
                number(1, Quantity.MEAN)));
        onFx(() -> {
            java.util.Objects.requireNonNull(desktop).end();
            List.copyOf(javafx.stage.Window.getWindows()).reversed().forEach(javafx.stage.Window::hide);
            return true;
        });
        lanes.close();
        return walked;
    }

    private void report(ImageFrame frame) throws Exception {
        onFx(() -> {
            person().find("#report-templates")
                    .map(MenuButton.class::cast)
                    .orElseThrow()
                    .getItems()
                    .getFirst()
                    .fire();
            person().press(KeyCode.ESCAPE);
            ViewportNode node = look().deskView().activeNode();
            node.requestFocus();
            Point2D end = onScreen(frame, 200, 256);
            person().drag(node, end, end, MouseButton.PRIMARY);
            person().press(KeyCode.G);
            return true;
        });
        until(
                "the sentence",
                () -> look().report().orElseThrow().model().report().sentences().stream()
                        .anyMatch(sentence -> !sentence.evidence().isEmpty()));
        until("the draft", () -> look().report().orElseThrow().isSaved());
        onFx(() -> {
            person().find("#report-impression").orElseThrow().requestFocus();
            person().press(KeyCode.ENTER, Modifier.CTRL);
            return true;
        });
        until("the sign sheet", () -> person().sees("#report-sign-password"));
        onFx(() -> {
            person().click("#report-sign-password");
            person().type("demo");
            person().click("#report-sign-confirm");
            return true;
        });
        until("the signed PDF", () -> person().sees("#document-pages"));
    }

    private void draw(KeyCode tool, ImageFrame frame, double x1, double y1, double x2, double y2) throws Exception {
        onFx(() -> {
            ViewportNode node = look().deskView().activeNode();
            node.requestFocus();
            person().press(KeyCode.ESCAPE);
            person().press(tool);
            person().drag(node, onScreen(frame, x1, y1), onScreen(frame, x2, y2), MouseButton.PRIMARY);
            return true;
        });
    }

    private Point2D onScreen(ImageFrame frame, double column, double row) {
        ViewContext view = look().deskView().activeNode().context().orElseThrow();
        Vec3 at = view.transform()
                .worldToScreen(java.util.Objects.requireNonNull(frame.plane()).toPatient(column, row));
        return new Point2D(at.x(), at.y());
    }

    private double number(int mark, Quantity quantity) {
        Annotation annotation = look().marks().annotations().get(mark);
        return look().marks()
                .measured(annotation)
                .of(quantity)
                .map(m -> m.value())
                .orElse(0.0);
    }

    /// The ellipse's pixels as DCMTK decodes them, in HU.
    private DoubleSummaryStatistics truth(Path series, String instance) throws Exception {
        Path plain = folder.resolve("plain.dcm");
        Path source = null;
        try (Stream<Path> files = Files.list(series)) {
            for (Path file : files.toList()) {
                if (DicomReader.read(file)
                        .dataSet()
                        .string(org.readingroom.viewer.dicom.Tag.SOP_INSTANCE_UID)
                        .orElse("")
                        .equals(instance)) {
                    source = file;
                }
            }
        }
        Assumptions.assumeTrue(run("dcmdjpls", "--version") == 0, "skipped: DCMTK is not installed");
        assertEquals(0, run("dcmdjpls", String.valueOf(source), plain.toString()));
        DicomFile file = DicomReader.read(plain);
        byte[] bytes = file.dataSet().bytes(org.readingroom.viewer.dicom.Tag.PIXEL_DATA);
        if (bytes.length == 0 && file.pixelData().orElseThrow() instanceof PixelData.Native data) {
            byte[] all = Files.readAllBytes(plain);
            bytes = Arrays.copyOfRange(all, all.length - 512 * 512 * 2, all.length);
            assertTrue(data.isComplete());
        }
        ShortBuffer stored =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        DoubleSummaryStatistics inside = new DoubleSummaryStatistics();
        for (int y = 240; y < 275; y++) {
            for (int x = 240; x < 275; x++) {
                if ((x - CENTRE) * (x - CENTRE) + (y - CENTRE) * (y - CENTRE) < HALF * HALF) {
                    inside.accept(stored.get(y * 512 + x) - 1000.0);
                }
            }
        }
        return inside;
    }

    private void openSsl(SignedReport signed, byte[] authority) throws Exception {
        Assumptions.assumeTrue(run("openssl", "version") == 0, "skipped: openssl is not installed");
        Path content = Files.write(folder.resolve("canonical.json"), signed.canonical());
        Path signature = Files.write(folder.resolve("signature.p7s"), signed.signature());
        Path trusted = Files.write(folder.resolve("authority.pem"), authority);
        String[] verify = {
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-purpose",
            "any",
            "-out",
            "/dev/null",
            "-in",
            signature.toString(),
            "-content",
            content.toString(),
            "-CAfile",
            trusted.toString()
        };
        assertEquals(0, run(verify));
        byte[] changed = signed.canonical().clone();
        changed[changed.length / 2] ^= 1;
        Files.write(content, changed);
        assertNotEquals(0, run(verify));
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }

    private Puppet person() {
        return java.util.Objects.requireNonNull(puppet);
    }

    private Backstage look() {
        return java.util.Objects.requireNonNull(desktop).backstage().orElseThrow();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    /// Waits for what a person would see; the bound is for a broken program, not for a slow one.
    private static void until(String what, Callable<Boolean> seen) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(
                    120,
                    TimeUnit.SECONDS,
                    () -> onFx(() -> {
                        try {
                            return seen.call();
                        } catch (RuntimeException notYet) {
                            return false;
                        }
                    }));
        } catch (java.util.concurrent.TimeoutException e) {
            String words = onFx(() -> javafx.stage.Window.getWindows().stream()
                    .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                    .filter(label -> label instanceof javafx.scene.control.Labeled)
                    .map(label -> ((javafx.scene.control.Labeled) label).getText())
                    .toList()
                    .toString());
            throw new AssertionError("never seen: " + what + "; on screen: " + words, e);
        }
    }
}
