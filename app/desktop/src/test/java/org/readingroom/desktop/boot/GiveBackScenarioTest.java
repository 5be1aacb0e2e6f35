package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.returned.MeasurementReport;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.sr.MeasurementGroup;
import org.readingroom.viewer.sr.MeasurementGroups;
import org.readingroom.viewer.sr.StructuredReportReader;
import org.readingroom.viewer.task.Progress;

/// What is marked in the real window becomes objects of the archive by one key, once; another house's
/// measurement lies on its image.
@Tag("ui")
@Tag("slow")
class GiveBackScenarioTest {
    private static final int FOREIGN = 0xFF8FC7E8;

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("give-back");

    // [utest->req~returned.save~1]
    // [utest->req~returned.read-back~1]
    @Test
    void whatIsMarkedIsSavedOnceAndWhatOthersMeasuredIsSeen() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        CtChestPhantom study = CtChestPhantom.coarse();
        prepare(place, study);
        ImageFrame frame;
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            frame = window.openOnlyStudy();
            until("the measurement of the archive", () -> sees(window, FOREIGN));
            pictures.keep(window, "01-from-the-archive");
            mark(window, frame);
            onFx(() -> window.person().press(KeyCode.S, Modifier.CTRL));
            until("three objects wait", () -> window.look().outbox().rows().size() == 3);
            pictures.keep(window, "02-saved");
            onFx(() -> window.person().press(KeyCode.S, Modifier.CTRL));
            onFx(() -> window.person().press(KeyCode.DIGIT3, Modifier.ALT));
            until("the outbox", () -> window.person().sees("#outbox"));
            pictures.keep(window, "03-outbox");
        }
        List<DataSet> made = new ArrayList<>();
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            List<OutboxEntry> waiting = session.outbox().entries();
            assertEquals(
                    List.of("SR", "PR", "KO"),
                    waiting.stream().map(OutboxEntry::kind).toList());
            for (OutboxEntry entry : waiting) {
                byte[] body = session.outbox().body(entry.id());
                DataSet object = DicomReader.read(body).dataSet();
                made.add(object);
                SopInstanceUid uid = new SopInstanceUid(object.string(org.readingroom.viewer.dicom.Tag.SOP_INSTANCE_UID)
                        .orElseThrow());
                assertEquals(body.length, session.studies().bytes(uid).length, "it is among the files too");
                Path file = Files.write(folder.resolve(entry.kind() + ".dcm"), body);
                assertEquals(List.of(), Dciodvfy.errors(file));
            }
        }
        List<MeasurementGroup> groups = MeasurementGroups.of(
                StructuredReportReader.read(made.getFirst()).orElseThrow());
        double length = Double.parseDouble(
                groups.getFirst().quantities().getFirst().value().number());
        assertEquals(30 * frame.spacing().orElseThrow().columnMm(), length, 0.02);
        assertEquals(2, groups.size());
        assertTrue(groups.get(1).quantities().size() >= 5, "area and its values");
        reopened(place);
    }

    private void reopened(Path place) throws Exception {
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            ImageFrame frame = window.openOnlyStudy();
            until("the marks", () -> window.look().marks().annotations().size() == 2);
            until("the measurement of the archive", () -> sees(window, FOREIGN));
            pictures.keep(window, "04-reopened");
            window.draw(KeyCode.L, frame, 20, 30, 60, 30);
            until("the third", () -> window.look().marks().annotations().size() == 3);
            onFx(() -> window.person().press(KeyCode.S, Modifier.CTRL));
            until(
                    "two objects take the place of two",
                    () -> window.look().outbox().rows().size() == 5);
            pictures.keep(window, "05-saved-again");
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            List<OutboxEntry> waiting = session.outbox().entries();
            DataSet first = DicomReader.read(
                            session.outbox().body(waiting.getFirst().id()))
                    .dataSet();
            DataSet second =
                    DicomReader.read(session.outbox().body(waiting.get(3).id())).dataSet();
            int uid = org.readingroom.viewer.dicom.Tag.SOP_INSTANCE_UID;
            assertNotEquals(first.string(uid), second.string(uid));
            assertEquals(
                    first.string(uid),
                    second.item(0x0040A360)
                            .flatMap(one -> one.item(org.readingroom.viewer.dicom.Tag.REFERENCED_SERIES_SEQUENCE))
                            .flatMap(one -> one.item(0x00081199))
                            .flatMap(one -> one.string(org.readingroom.viewer.dicom.Tag.REFERENCED_SOP_INSTANCE_UID)),
                    "it names the one whose place it takes");
        }
    }

    private static void mark(RealWindow window, ImageFrame frame) throws Exception {
        window.draw(KeyCode.L, frame, 40, 64, 70, 64);
        until("the length", () -> window.look().marks().annotations().size() == 1);
        window.draw(KeyCode.E, frame, 50, 70, 62, 80);
        until("the ellipse", () -> window.look().marks().annotations().size() == 2);
        onFx(() -> {
            window.look().deskView().activeNode().requestFocus();
            window.person().press(KeyCode.ESCAPE);
            window.person().press(KeyCode.S);
        });
    }

    private static boolean sees(RealWindow window, int argb) {
        Image image = window.look().deskView().activeNode().snapshot(null, null);
        int hits = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                hits += image.getPixelReader().getArgb(x, y) == argb ? 1 : 0;
            }
        }
        return hits > 20;
    }

    /// The study, and a report of another house that measured 24 pixels of its first image.
    private static void prepare(Path place, CtChestPhantom study) throws Exception {
        HomeOptions empty = HomeOptions.defaults().withDepartment(List::of);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            files.add(study.instance(i).toBytes());
        }
        for (int i = 0; i < 8; i++) {
            files.add(foreign(study, i));
        }
        try (Home home = Home.openOrCreateDemo(place, empty, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(
                    16,
                    session.imports()
                            .importInstances(files.iterator(), files.size(), Progress.IGNORED)
                            .imported());
        }
    }

    private static byte[] foreign(CtChestPhantom study, int slice) throws Exception {
        SourceImage image = SourceImage.of(study.instance(slice).dataSet()).orElseThrow();
        ImageFrame frame = image.frames().getFirst();
        Annotation line = new Annotation.Length(
                new AnnotationId("foreign " + slice),
                new Placement.InPatient(
                        image.series(),
                        Objects.requireNonNull(frame.frameOfReference()),
                        Objects.requireNonNull(frame.plane()).position(),
                        frame.plane().normal(),
                        frame.ref()),
                frame.plane().toPatient(20, 90),
                frame.plane().toPatient(44, 90),
                "");
        Vec3 along = frame.plane().toPatient(44, 90).minus(frame.plane().toPatient(20, 90));
        Measured measured = new Measured(
                line.id(), List.of(new Measurement(Measurement.Quantity.LENGTH, along.length(), "mm")), List.of());
        Origin origin = new Origin(
                new SopInstanceUid(NewUid.random()),
                new SeriesUid("2.25.700700"),
                900,
                slice + 1,
                "Elsewhere",
                LocalDateTime.of(2026, 1, 15, 8, 30),
                "Chen Jing",
                "en",
                new Origin.Device("2.25.5", "1", "1"));
        DataSet report = MeasurementReport.of(
                        List.of(new ReportedMark(line, measured, "Lesion 1", List.of(), List.of())),
                        List.of(),
                        new SourceImages(List.of(image)))
                .write(image, origin, List.of(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, report, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        return out.toByteArray();
    }
}
