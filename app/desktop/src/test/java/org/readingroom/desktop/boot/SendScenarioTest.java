package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.Servers;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.phantom.HandPhantom;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.Orthanc;

/// A study chosen in the list goes to a real archive over DICOMweb, the one on the desk to a real receiver over DIMSE;
/// what arrived is what was here, byte for byte. Then the archive is gone, and that is said.
@Tag("ui")
@Tag("slow")
class SendScenarioTest {
    private static final SyntheticStudy HAND = HandPhantom.standard();
    private static final SyntheticStudy CHEST = new LesionCtPhantom(true);

    @TempDir
    Path folder;

    // [utest->req~export.send.window~1]
    // [utest->req~export.send~1]
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    @SuppressWarnings("try") // the archive goes away at the end
    void aStudyIsSentFromTheListAndFromTheDesk(String language) throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Assumptions.assumeTrue(OtherProgram.isThere("storescp"), "skipped: DCMTK is not installed");
        Locale locale = Locale.forLanguageTag(language);
        Messages messages = Messages.of(locale);
        ScenarioPictures pictures = new ScenarioPictures("send-" + language);
        int port = OtherProgram.freePort();
        Path received = Files.createDirectories(folder.resolve("received"));
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(() -> List.of(HAND, CHEST));
        try (Orthanc archive = Orthanc.start(folder);
                OtherProgram _ = OtherProgram.start(received, port, "storescp", "+B", String.valueOf(port))) {
            prepare(archive.webBase(), port, options);
            try (RealWindow window =
                    new RealWindow(new StartOptions(folder.resolve("home"), true, locale, null, null, options))) {
                window.signIn("radiologist", "demo");
                until("the list", () -> table(window).getItems().size() == 2);
                // what else is said meanwhile takes nothing back
                List<String> said = new CopyOnWriteArrayList<>();
                onFx(() -> ((Label) window.scene().lookup("#status-message"))
                        .textProperty()
                        .addListener((text, before, now) -> said.add(now)));
                assertTrue(onFx(() -> table(window)
                        .getContextMenu()
                        .getItems()
                        .getFirst()
                        .getText()
                        .contains("Ctrl+T")));
                choose(window, HAND.uid());
                onFx(() -> window.person().press(KeyCode.T, Modifier.CTRL));
                until(
                        "where to",
                        () -> window.person().sees("#send-go")
                                && window.person().sees("#send-to-dicom-web")
                                && window.person().sees("#send-to-dimse"));
                assertTrue(onFx(() ->
                        window.person().reads("#send-objects", messages.get("desktop.send.objects", HAND.size()))));
                pictures.keep(window, "01-where-to");
                onFx(() -> window.person().click("#send-go"));
                String web = name(
                        messages,
                        "dicom-web",
                        archive.webBase().getAuthority() + archive.webBase().getPath());
                String all = messages.get("desktop.send.done", HAND.size(), HAND.size(), web);
                until("that all arrived: " + all, () -> said.contains(all));
                pictures.keep(window, "02-sent");
                for (int i = 0; i < HAND.size(); i++) {
                    assertArrayEquals(
                            HAND.instance(i).toBytes(),
                            archive.file(HAND.instance(i)
                                    .dataSet()
                                    .string(org.readingroom.viewer.dicom.Tag.SOP_INSTANCE_UID)
                                    .orElseThrow()));
                }

                choose(window, CHEST.uid());
                onFx(() -> window.person().press(KeyCode.ENTER));
                until(
                        "the desk",
                        () -> window.look().report().isPresent()
                                && window.look()
                                        .deskView()
                                        .activeNode()
                                        .context()
                                        .isPresent()
                                && !window.person().sees("#status-work"));
                onFx(() -> window.person().press(KeyCode.T, Modifier.CTRL));
                until(
                        "where to",
                        () -> window.person().sees("#send-go")
                                && window.person().sees("#send-to-dimse"));
                onFx(() -> window.person().click("#send-to-dimse"));
                pictures.keep(window, "03-by-dimse");
                onFx(() -> window.person().click("#send-go"));
                String dimse = name(messages, "dimse", "RECEIVER@127.0.0.1:" + port);
                String both = messages.get("desktop.send.done", CHEST.size(), CHEST.size(), dimse);
                until("that all arrived: " + both, () -> said.contains(both));
                assertTrue(sorted(CHEST).equals(sorted(received)), "other bytes arrived");

                archive.close();
                onFx(() -> window.person().press(KeyCode.T, Modifier.CTRL));
                until(
                        "where to",
                        () -> window.person().sees("#send-go")
                                && window.person().sees("#send-to-dimse"));
                onFx(() -> window.person().click("#send-go"));
                String gone = messages.get("desktop.send.stopped", 0, CHEST.size(), web);
                until("that it stopped: " + gone, () -> said.stream().anyMatch(each -> each.startsWith(gone)));
                pictures.keep(window, "04-archive-gone");
            }
        }
        try (Home home = Home.openOrCreateDemo(folder.resolve("home"), options, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            List<String> trail = session.audit().latest(200).stream()
                    .filter(event ->
                            event.type().equals("study.send") || event.detail().startsWith("server "))
                    .map(event -> event.outcome() + " " + event.detail())
                    .toList()
                    .reversed();
            assertEquals(
                    List.of(
                            "SUCCESS server named " + HAND.size(),
                            "SUCCESS dicom-web " + HAND.size() + "/" + HAND.size(),
                            "SUCCESS server named " + CHEST.size(),
                            "SUCCESS dimse " + CHEST.size() + "/" + CHEST.size(),
                            "SUCCESS server named " + CHEST.size(),
                            "FAILURE dicom-web 0/" + CHEST.size()),
                    trail);
        }
    }

    private void prepare(URI web, int port, HomeOptions options) throws Exception {
        try (Home home = Home.openOrCreateDemo(folder.resolve("home"), options, Progress.IGNORED)) {
            DimseServer receiver = new DimseServer("RECEIVER", "127.0.0.1", port, "READINGROOM", 0, null);
            home.offer(new HospitalSettings(
                    new Servers(HttpServer.open(web), receiver, null, null), HospitalSettings.USUAL_DAYS));
            home.signIn("radiologist", "demo".toCharArray()).close();
        }
    }

    private static String name(Messages messages, String code, String address) {
        return messages.get("desktop.send.receiver", messages.get("desktop.servers.place." + code), address);
    }

    private static void choose(RealWindow window, StudyUid study) throws Exception {
        onFx(() -> {
            window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().stream()
                            .filter(row -> row.uid().equals(Optional.of(study)))
                            .findFirst()
                            .orElseThrow());
            table(window).requestFocus();
        });
    }

    private static TableView<?> table(RealWindow window) {
        return (TableView<?>) window.person().find("#worklist").orElseThrow();
    }

    private static List<String> sorted(SyntheticStudy study) {
        return study.drawn().map(each -> dataSet(each.toBytes())).sorted().toList();
    }

    private static List<String> sorted(Path received) throws Exception {
        try (Stream<Path> files = Files.list(received)) {
            List<Path> all =
                    files.filter(file -> !file.toString().endsWith(".log")).toList();
            List<String> found = new ArrayList<>();
            for (Path file : all) {
                found.add(dataSet(Files.readAllBytes(file)));
            }
            return found.stream().sorted().toList();
        }
    }

    /// What follows File Meta Information: a receiver over DIMSE writes its own.
    ///
    /// **Source:** PS3.10 7.1: the group length stands first, its value at offset 140.
    private static String dataSet(byte[] file) {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
        return new String(Arrays.copyOfRange(file, 144 + length, file.length), StandardCharsets.ISO_8859_1);
    }
}
