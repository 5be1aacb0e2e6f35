package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.Receipt;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// The whole story in the real window against real servers: an order arrives, its study comes ahead of the reader,
/// both cables are pulled, a resident drafts and two physicians sign, the cables are plugged in, and the hospital has
/// everything.
@Tag("ui")
@Tag("slow")
class WholeStoryScenarioTest {
    private static final String IMPRESSION = "Nodule of the right upper lobe, 30 columns across.";

    private static final List<String> LINKED = List.of("Archive: connected", "RIS: connected");
    private static final List<String> GONE = List.of("Archive: cannot be reached", "RIS: cannot be reached");

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("whole-story");

    // [utest->req~hospital.whole-story~1]
    @Test
    void whatIsSignedWhileBothServersAreGoneReachesThemWhenTheyAreBack() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(List::of), Progress.IGNORED)
                .close();
        try (StoryHospital hospital = new StoryHospital()) {
            hospital.acquire();
            try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH, hospital.settings())) {
                arrives(window, hospital);
                goes(window, hospital);
                drafts(window);
                signs(window, hospital, "radiologist", "05-signed-first");
                signs(window, hospital, "senior", "06-signed-second");
                assertEquals(0, hospital.reports().size(), "nothing got through a cut cable");
                hospital.restore();
                delivered(window, hospital);
            }
            examine(place, hospital);
        }
    }

    private void arrives(RealWindow window, StoryHospital hospital) throws Exception {
        window.signIn("resident", "demo");
        until("the list", () -> window.person().sees("#worklist"));
        hospital.order();
        Instant ordered = Instant.now();
        until("the order", () -> row(window, hospital).map(WorklistRow::order).isPresent());
        pictures.keep(window, "01-order-arrived");
        assertTrue(Duration.between(ordered, Instant.now()).toSeconds() < 60, "it arrives by itself");
        comes(
                "the study with all that the archive lists",
                () -> onFx(() -> row(window, hospital)
                        .flatMap(WorklistRow::uid)
                        .map(window.look().worklist().sight().readiness())
                        .filter(ready -> ready.isAllHere()
                                && ready.here() == hospital.study().size())
                        .isPresent()));
        alone(window, hospital);
        pictures.keep(window, "02-prefetched");
        open(window);
        comes(
                "the lock that others see",
                () -> hospital.task().at("/owner/identifier/value").asText().equals("resident"));
    }

    /// Types the patient's number, which leaves one row, and waits until that is the one chosen.
    private static void alone(RealWindow window, StoryHospital hospital) throws Exception {
        onFx(() -> window.person().type(hospital.patientId()));
        until("the one row, and chosen", () -> {
            TableView<?> table =
                    (TableView<?>) window.person().find("#worklist").orElseThrow();
            return window.look().worklist().shown().size() == 1
                    && table.getSelectionModel().getSelectedItem() instanceof WorklistRow chosen
                    && chosen.patient().id().value().equals(hospital.patientId());
        });
        onFx(() -> {});
    }

    private static Optional<WorklistRow> row(RealWindow window, StoryHospital hospital) {
        return window.look().worklist().shown().stream()
                .filter(row -> row.patient().id().value().equals(hospital.patientId()))
                .findFirst();
    }

    /// Both cables are pulled, and the status line says so by itself. That it does within five seconds is shown by
    /// `LinkWatchTest` on a clock of its own; here a busy machine has time, and what it took is printed.
    // [utest->req~link.noticed~1]
    private void goes(RealWindow window, StoryHospital hospital) throws Exception {
        LinkSigns signs = new LinkSigns(window);
        until("both links", () -> signs.read().equals(LINKED));
        signs.watchFor(GONE);
        long cut = System.nanoTime();
        hospital.cut();
        until("both links gone", () -> signs.read().equals(GONE));
        Duration noticed = signs.saidAfter(cut);
        System.out.println("the loss of both links was on the screen after " + noticed.toMillis() + " ms");
        assertTrue(noticed.compareTo(Duration.ofSeconds(15)) <= 0, "said after " + noticed);
        pictures.keep(window, "03-links-gone");
    }

    /// The resident opens the study whose servers are gone, measures, writes and hands it on.
    private void drafts(RealWindow window) throws Exception {
        ImageFrame frame = window.frame();
        window.draw(KeyCode.L, frame, 40, 64, 70, 64);
        until("the length", () -> window.look().marks().annotations().size() == 1);
        onFx(() -> {
            window.look().deskView().activeNode().requestFocus();
            window.person().press(KeyCode.ESCAPE);
            window.person().press(KeyCode.S);
            window.person().click("#report-templates");
        });
        until("the templates", () -> window.person().sees("#template-list"));
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "its words",
                () -> !window.person().sees("#template-list")
                        && window.look()
                                        .report()
                                        .orElseThrow()
                                        .model()
                                        .report()
                                        .sentences()
                                        .size()
                                > 1);
        onFx(() -> {
            window.person().press(KeyCode.ESCAPE);
            window.click(frame, 40, 64);
            window.person().press(KeyCode.G);
        });
        until(
                "the sentence of the measurement",
                () -> window.look().report().orElseThrow().model().report().sentences().stream()
                        .anyMatch(sentence -> !sentence.evidence().isEmpty()));
        onFx(() -> {
            window.person().find("#report-impression").orElseThrow().requestFocus();
            window.person().press(KeyCode.A, Modifier.CTRL);
            window.person().type(IMPRESSION);
        });
        until("the draft", () -> window.look().report().orElseThrow().isSaved());
        pictures.keep(window, "04-drafted-offline");
        sign(window);
    }

    private static void open(RealWindow window) throws Exception {
        AtomicInteger shown = new AtomicInteger();
        onFx(() -> {
            window.look().desk().onPictureShownProperty().set(shown::incrementAndGet);
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the picture",
                () -> shown.get() > 0
                        && window.look().report().isPresent()
                        && window.person().sees("#report-impression")
                        && window.look().marks().isEditable()
                        && window.look().deskView().activeNode().context().isPresent());
    }

    private static void sign(RealWindow window) throws Exception {
        onFx(() -> {
            window.person().find("#report-impression").orElseThrow().requestFocus();
            window.person().press(KeyCode.ENTER, Modifier.CTRL);
        });
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
        onFx(() -> {
            window.person().click("#report-sign-password");
            tabsRound(window);
            window.person().type("demo");
            window.person().click("#report-sign-confirm");
        });
        until("the signed PDF", () -> window.person().sees("#document-pages"));
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until("the desk", () -> !window.person().sees("#document-pages"));
    }

    /// Tab goes from the password to Cancel, to Sign and to the password again, never to the images.
    // [utest->req~report.ui.sign-tab~1]
    private static void tabsRound(RealWindow window) {
        for (String stop : List.of("report-sign-cancel", "report-sign-confirm", "report-sign-password")) {
            window.person().press(KeyCode.TAB);
            assertEquals(stop, window.scene().getFocusOwner().getId());
        }
    }

    /// Another person comes to the same desk.
    private void signs(RealWindow window, StoryHospital hospital, String who, String picture) throws Exception {
        onFx(() -> window.person().press(KeyCode.K, Modifier.CTRL));
        until("the palette", () -> window.person().sees("#palette-list"));
        onFx(() -> window.person().type("sign-out"));
        until("the command", () -> window.person().reads("#palette-filter", "sign-out"));
        onFx(() -> window.person().press(KeyCode.ENTER));
        window.signIn(who, "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist") && row(window, hospital).isPresent());
        alone(window, hospital);
        open(window);
        sign(window);
        pictures.keep(window, picture);
    }

    private void delivered(RealWindow window, StoryHospital hospital) throws Exception {
        comes(
                "the report",
                () -> hospital.reports().size() == 1
                        && hospital.reports().at("/0/resource/status").asText().equals("final"));
        comes("the objects", () -> hospital.archived().containsAll(Set.of("CT", "SR", "KO", "DOC")));
        onFx(() -> window.person().press(KeyCode.DIGIT3, Modifier.ALT));
        until("the outbox", () -> window.person().sees("#outbox"));
        until(
                "nothing waits any more",
                () -> window.look().outbox().rows().stream()
                        .noneMatch(row -> row.entry().state().isOpen()));
        pictures.keep(window, "07-delivered");
        onFx(() -> window.person().press(KeyCode.DIGIT1, Modifier.ALT));
        pictures.keep(window, "08-issued");
    }

    private static void comes(String what, Callable<Boolean> seen) throws Exception {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!seen.call()) {
            assertTrue(System.nanoTime() < until, "never came: " + what);
            Thread.sleep(250);
        }
    }

    private static void examine(Path place, StoryHospital hospital) throws Exception {
        JsonNode report = hospital.reports().at("/0/resource");
        assertEquals(Set.of(), hospital.objections(report));
        assertTrue(report.path("conclusion").asText().contains(IMPRESSION), report.toString());
        assertEquals(List.of("current", "superseded", "superseded"), hospital.documents(), "one version holds");
        assertEquals("completed", hospital.task().path("status").asText());
        Instant issued = Instant.parse(report.path("issued").asText());
        try (Home home = Home.openOrCreate(place)) {
            try (Session session = home.signIn("senior", "demo".toCharArray())) {
                assertEquals(
                        3, session.reports().versions(hospital.study().uid()).size());
                assertEquals(
                        Set.of(),
                        JudgedBundle.objections(
                                session.reports().versions(hospital.study().uid()), hospital));
                for (OutboxEntry entry : session.outbox().entries()) {
                    assertEquals(OutboxEntry.State.SENT, entry.state(), entry.kind());
                }
                Receipt last = session.outbox().entries().stream()
                        .filter(entry -> entry.reportVersion() == 3)
                        .findFirst()
                        .flatMap(entry -> receipt(session, entry))
                        .orElseThrow();
                assertEquals(issued, last.issued(), "the desk knows the time that the RIS says");
            }
            assertTrue(home.verifyAudit("senior", "demo".toCharArray()).isIntact());
        }
    }

    private static Optional<Receipt> receipt(Session session, OutboxEntry entry) {
        try {
            return session.outbox().receipt(entry.id());
        } catch (WorkstationException e) {
            throw new AssertionError(e);
        }
    }
}
