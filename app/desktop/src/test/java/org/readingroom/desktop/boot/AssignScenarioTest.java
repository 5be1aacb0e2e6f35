package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.services.testing.TestRis;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

/// A radiologist assigns a case to the resident, who finds it as theirs and writes in it; for the one who gave it, it
/// is
/// read-only.
@Tag("ui")
@Tag("slow")
class AssignScenarioTest {
    private static final LesionCtPhantom STUDY = new LesionCtPhantom(true);

    @TempDir
    Path folder;

    private final TestRis ris = new TestRis();

    // [utest->req~worklist.assign~1]
    @Test
    void whatIsAssignedIsTheColleagues() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        ScenarioPictures pictures = new ScenarioPictures("assign");
        Path place = folder.resolve("home");
        HomeOptions alone = HomeOptions.defaults().withDepartment(() -> List.of(STUDY));
        HomeOptions options = alone.withClients(runner -> new TestClients(new TestArchive(), ris));
        ris.put(order());
        try (Home home = Home.openOrCreateDemo(place, alone, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            session.orders().take(ris.changes("", Progress.IGNORED));
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            select(window, "radiologist");
            onFx(() -> window.person().press(KeyCode.ENTER));
            until("mine while it is open", () -> "radiologist".equals(owner()) && mode(window) == EditorMode.EDITING);
            onFx(() -> window.person().press(KeyCode.I, Modifier.CTRL, Modifier.ALT));
            until(
                    "the colleagues",
                    () -> window.person().sees("#colleague-list")
                            && window.scene().getFocusOwner()
                                    == window.person().find("#colleague-filter").orElse(null));
            for (String told : List.of("演示丑", "DEMO-0011", "CT", "Abdomen", "DEMO26011203")) {
                assertTrue(onFx(() -> window.person().reads("#colleague-case", told)), told);
            }
            onFx(() -> window.person().type("resi"));
            pictures.keep(window, "01-to-whom");
            onFx(() -> window.person().press(KeyCode.ENTER));
            until(
                    "assigned",
                    () -> "resident".equals(owner()) && window.status().startsWith("已分配给"));
            until("read-only for who gave it", () -> mode(window) == EditorMode.LOCKED);
            until("by name", () -> window.person().sees("#case-hold"));
            pictures.keep(window, "02-assigned");
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            select(window, "resident");
            onFx(() -> window.person().press(KeyCode.ENTER));
            until("theirs", () -> mode(window) == EditorMode.EDITING);
            assertTrue(onFx(() -> !window.person().sees("#case-strip")), "nobody else holds it");
            pictures.keep(window, "03-the-resident-writes");
        }
        try (Home home = Home.openOrCreate(place, options);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(
                    1,
                    session.audit().latest(1000).stream()
                            .filter(event -> event.type().equals("case.assigned"))
                            .count(),
                    "on record");
        }
    }

    private String owner() {
        Order.Reader owner = ris.order("t1").owner();
        return owner == null ? "" : owner.id();
    }

    private static void select(RealWindow window, String who) throws Exception {
        window.signIn(who, "demo");
        until(
                "the case in the list",
                () -> window.person().sees("#worklist") && row(window).isPresent());
        onFx(() -> {
            window.look().worklist().selectedProperty().set(row(window).orElseThrow());
            window.person().find("#worklist").orElseThrow().requestFocus();
        });
    }

    private static Optional<WorklistRow> row(RealWindow window) {
        return window.look().worklist().shown().stream()
                .filter(row -> row.order() != null)
                .findFirst();
    }

    private static EditorMode mode(RealWindow window) {
        return window.look()
                .report()
                .map(report -> report.model().modeProperty().get())
                .orElse(EditorMode.LOCKED);
    }

    private static Order order() {
        Instant now = Instant.now();
        return new Order(
                "t1",
                "1",
                "ServiceRequest/1",
                "DEMO26011203",
                STUDY.uid(),
                new Patient(
                        new PatientId("DEMO-0011", ""),
                        PersonName.parse("Yanshi^Chou=演示^丑"),
                        LocalDate.of(1958, 8, 17),
                        Sex.FEMALE),
                Set.of(),
                OrderPriority.ROUTINE,
                "CT",
                "ABDOMEN",
                "Abdomen",
                OrderState.WAITING,
                now.minusSeconds(600),
                now.plusSeconds(86400),
                null);
    }
}
