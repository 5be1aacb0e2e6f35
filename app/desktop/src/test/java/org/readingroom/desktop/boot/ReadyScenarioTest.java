package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.hospital.ReadyRow;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.services.testing.TestRis;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Priority;

/// Before the servers are taken away for the night somebody looks at what is here, sees one study arrive, and brings
/// another by hand; counts and sizes are held against the files of the archive.
@Tag("ui")
@Tag("slow")
class ReadyScenarioTest {
    private static final MadeStudy MINE = made("ready-mine", "M-0", new LesionCtPhantom(true));
    private static final MadeStudy COMING = made("ready-coming", "C-1", new LesionCtPhantom(false));
    private static final MadeStudy LATER = made("ready-later", "L-2", new LesionCtPhantom(false));

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final TestRis ris = new TestRis();
    private final TestArchive archive = new TestArchive();
    private final Semaphore gate = new Semaphore(0);
    private final ScenarioPictures pictures = new ScenarioPictures("ready");

    private static MadeStudy made(String key, String patient, SyntheticStudy base) {
        return new MadeStudy(key, patient, List.of(MadeStudy.Part.of(base, "Part")));
    }

    // [utest->req~hospital.ready~1]
    // [utest->req~hospital.cache-limits~1]
    @Test
    void whatIsReadyIsSeenAndWhatIsNotIsBrought() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(clock).withClients(runner -> new TestClients(archive, ris));
        QuickHome.demo(place, clock).close();
        yesterday(place, options);
        archive.put(COMING);
        archive.meddle(gated());
        orders();
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.ENGLISH, null, null, options))) {
            window.signIn("radiologist", "demo");
            until("the list", () -> window.look().worklist().shown().size() == 4);
            gate.release(3);
            onFx(() -> window.person().press(KeyCode.D, Modifier.CTRL, Modifier.SHIFT));
            until("the sheet", () -> window.person().sees("#ready-list"));
            until("my study", () -> says(window, MINE, "Whole, " + MINE.size() + " images"));
            until("the next as it comes", () -> says(window, COMING, "Arriving: [123] of " + COMING.size()));
            until("none of the third", () -> says(window, LATER, "Not here"));
            until(
                    "the summary",
                    () -> text(window, "summary").equals("Whole here: 1 of 1 of my cases, 0 of 3 of the room."));
            pictures.keep(window, "01-arriving");
            onFx(() -> ((Workplace) window.look()).commands().run("language"));
            until("Chinese", () -> says(window, COMING, "正在取回：[123]/" + COMING.size()));
            pictures.keep(window, "02-arriving-zh");
            onFx(() -> ((Workplace) window.look()).commands().run("language"));

            gate.release(10_000);
            until("the rest", () -> says(window, COMING, COMING.size() + " here, perhaps incomplete.*"));
            archive.put(LATER);
            onFx(() -> {
                table(window).requestFocus();
                table(window).getSelectionModel().select(row(window, LATER));
                window.person().press(KeyCode.ENTER);
            });
            until("the third", () -> says(window, LATER, LATER.size() + " here, perhaps incomplete.*"));
            assertEquals(
                    LATER.uid(),
                    onFx(() -> table(window)
                            .getSelectionModel()
                            .getSelectedItem()
                            .row()
                            .uid()
                            .orElseThrow()),
                    "the choice stays where it was");
            long all = bytes(MINE) + bytes(COMING) + bytes(LATER);
            String used = "3 studies, " + inUnits(all) + " of at most 100 GiB";
            until("the figures", () -> text(window, "room").contains(used));
            assertTrue(
                    onFx(() -> text(window, "kept")).contains("3 studies, " + inUnits(all) + " (1 mine · 2 unread)"),
                    onFx(() -> text(window, "kept")));
            assertEquals(bytes(LATER), onFx(() -> row(window, LATER).bytes()));
            pictures.keep(window, "03-brought");
            limit(window);
            onFx(() -> window.person().press(KeyCode.ESCAPE));
            until("the sheet gone", () -> !window.person().sees("#servers"));
        } finally {
            gate.release(10_000);
        }
        try (Home home = Home.openOrCreate(place, options);
                Session session = QuickHome.signIn(home, "radiologist")) {
            assertEquals(CacheLimits.of(60, 14, 2), session.hospital().cache().limits());
        }
    }

    /// Nonsense is refused at its fields; what is meant holds at once.
    private void limit(RealWindow window) throws Exception {
        onFx(() -> window.person().click("#ready-limits"));
        until("the limits", () -> "100".equals(typed(window, "quota")) && isWritten(window, "quota"));
        onFx(() -> {
            type(window, "quota", "0");
            type(window, "days", "ten");
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the words at the fields",
                () -> limits(window, "quota-wrong").equals("A whole number from 1 to 1048576"));
        assertEquals("A whole number from 1 to 3650", onFx(() -> limits(window, "days-wrong")));
        pictures.keep(window, "04-limits-refused");
        onFx(() -> {
            type(window, "quota", "60");
            type(window, "days", "14");
            type(window, "free", "2");
            window.person().press(KeyCode.ENTER);
        });
        until("that they hold", () -> limits(window, "told").startsWith("They hold from now on. Nothing left"));
        pictures.keep(window, "05-limits");
        onFx(() -> ((Workplace) window.look()).commands().run("language"));
        until("Chinese", () -> limits(window, "told").startsWith("现已生效"));
        pictures.keep(window, "06-limits-zh");
    }

    private static String limits(RealWindow window, String name) {
        return ((Label) window.person().find("#cache-" + name).orElseThrow()).getText();
    }

    private static String typed(RealWindow window, String name) {
        return ((TextField) window.person().find("#cache-" + name).orElseThrow()).getText();
    }

    private static boolean isWritten(RealWindow window, String name) {
        return ("cache-" + name).equals(window.scene().getFocusOwner().getId());
    }

    private static void type(RealWindow window, String name, String text) {
        TextField field = (TextField) window.person().find("#cache-" + name).orElseThrow();
        field.requestFocus();
        field.clear();
        window.person().type(text);
    }

    /// My study comes, and the archive lists the same of it ten minutes later: it is whole.
    private void yesterday(Path place, HomeOptions options) throws Exception {
        archive.put(MINE);
        try (Home home = Home.openOrCreate(place, options);
                Session session = QuickHome.signIn(home, "radiologist")) {
            StudyFetcher fetcher = session.hospital().fetcher().orElseThrow();
            fetcher.want(MINE.uid(), Priority.PREFETCH);
            long end = System.nanoTime() + 60_000_000_000L;
            while (!fetcher.readiness(MINE.uid()).isAllHere() || fetcher.isRunning(MINE.uid())) {
                assertTrue(System.nanoTime() < end, "my study does not come");
                Thread.sleep(5);
            }
        }
        clock.advance(Duration.ofMinutes(10));
    }

    private void orders() {
        ris.put(order("t1", MINE.uid(), MINE, OrderState.CLAIMED, new Order.Reader("radiologist", "演示医师")));
        ris.put(order("t2", COMING.uid(), COMING, OrderState.WAITING, null));
        ris.put(order("t3", LATER.uid(), LATER, OrderState.WAITING, null));
        ris.put(order("t4", null, LATER, OrderState.WAITING, null));
    }

    private static Order order(
            String id, @Nullable StudyUid study, MadeStudy of, OrderState state, Order.@Nullable Reader owner) {
        Patient patient = new Patient(
                new PatientId(of.patientId(), ""),
                PersonName.parse("Invented^" + of.patientId()),
                LocalDate.of(1958, 8, 17),
                Sex.FEMALE);
        return new Order(
                id,
                "1",
                "request-" + id,
                "",
                study,
                patient,
                Set.of(),
                OrderPriority.ROUTINE,
                "CT",
                "",
                "CT abdomen 腹部",
                state,
                Instant.now().minusSeconds(600),
                null,
                owner);
    }

    /// Images of what is to be seen arriving wait for their turn.
    private TestArchive.Meddler gated() {
        Set<SopInstanceUid> held = Set.copyOf(archive.instancesOf(COMING.uid()));
        return new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) throws WorkstationException {
                try {
                    if (held.contains(instance)) {
                        gate.acquire();
                    }
                    return List.of(file);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new WorkstationException("services.server.silent", "given up");
                }
            }
        };
    }

    private long bytes(SyntheticStudy study) {
        return archive.instancesOf(study.uid()).stream()
                .mapToLong(instance -> archive.file(instance).length)
                .sum();
    }

    /// MiB, as by hand.
    private static String inUnits(long bytes) {
        double mib = bytes / 1024.0 / 1024.0;
        return String.format(Locale.ROOT, mib < 9.95 ? "%.1f MiB" : "%.0f MiB", mib);
    }

    /// Whether the row of `study` shows words that match `expected` as its state.
    private static boolean says(RealWindow window, SyntheticStudy study, String expected) {
        int at = table(window).getItems().indexOf(row(window, study));
        return table(window).lookupAll(".ready-state").stream()
                .filter(cell -> cell instanceof TableCell<?, ?> shown && shown.getIndex() == at)
                .map(cell -> (Labeled) cell)
                .anyMatch(cell -> cell.getText() != null && cell.getText().matches(expected));
    }

    private static ReadyRow row(RealWindow window, SyntheticStudy study) {
        return table(window).getItems().stream()
                .filter(row -> row.row().uid().filter(study.uid()::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static String text(RealWindow window, String name) {
        return ((Label) window.person().find("#ready-" + name).orElseThrow()).getText();
    }

    @SuppressWarnings("unchecked")
    private static TableView<ReadyRow> table(RealWindow window) {
        return (TableView<ReadyRow>) window.person().find("#ready-list").orElseThrow();
    }
}
