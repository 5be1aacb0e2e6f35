package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.MadeOrders.AWAY;
import static org.readingroom.desktop.boot.MadeOrders.HERE;
import static org.readingroom.desktop.boot.MadeOrders.PRIOR;
import static org.readingroom.desktop.boot.MadeOrders.TAKEN;
import static org.readingroom.desktop.boot.MadeOrders.WRONG;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.services.testing.TestRis;
import org.readingroom.viewer.task.Progress;

/// A morning's list: a case is claimed, one is fetched, given up and fetched again, one is lost to a colleague and one
/// turns out to be of another patient. What the hospital then knows is held against its own books.
@Tag("ui")
@Tag("slow")
class OrdersScenarioTest {
    private static final Order.Reader ZHAO = new Order.Reader("zhao", "赵医师");

    @TempDir
    Path folder;

    private final TestRis ris = new TestRis();
    private final TestArchive archive = new TestArchive();
    private final ScenarioPictures pictures = new ScenarioPictures("orders");

    // [utest->req~worklist.columns~1]
    // [utest->req~worklist.flags~1]
    // [utest->req~worklist.claim~1]
    // [utest->req~worklist.open-remote~1]
    // [utest->req~worklist.open-late~1]
    // [utest->req~worklist.identity~1]
    // [utest->req~request.form~1]
    // [utest->req~report.ui.held~1]
    // [utest->req~hanging.arriving~1]
    @Test
    void casesAreClaimedFetchedLostAndRefused() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions alone = HomeOptions.defaults().withDepartment(() -> List.of(HERE, PRIOR, WRONG, TAKEN));
        HomeOptions options = alone.withClients(runner -> new TestClients(archive, ris));
        archive.put(AWAY);
        MadeOrders.put(ris);
        try (Home home = Home.openOrCreateDemo(place, alone, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            session.orders().take(ris.changes("", Progress.IGNORED));
        }
        Semaphore gate = new Semaphore(0);
        archive.meddle(MadeOrders.slow(gate));
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.ENGLISH, null, null, options))) {
            window.signIn("radiologist", "demo");
            until("the list", () -> window.look().worklist().shown().size() == 6);
            list(window);
            claim(window);
            fetch(window, gate);
            lose(window);
            refuse(window);
            withoutTheHospital(window);
        }
        try (Home home = Home.openOrCreate(place, options);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            List<String> types =
                    session.audit().latest(1000).stream().map(AuditEvent::type).toList();
            assertTrue(types.contains("study.other-identity"), "opening all the same is on record");
            assertTrue(types.contains("case.overruled"), "writing all the same is on record");
        }
    }

    private void list(RealWindow window) throws Exception {
        until(
                "badges",
                () -> window.person().sees(".flag-critical") && window.person().sees(".flag-infectious"));
        assertTrue(onFx(() -> window.person().sees("#chip-overdue")));
        select(window, "t1");
        until("the request beside the list", () -> window.person().reads("#request .heading", "Reason"));
        pictures.keep(window, "01-list");
        onFx(() -> window.person().press(KeyCode.F2, Modifier.SHIFT));
        until("Chinese", () -> window.person().reads("#request .heading", "检查目的"));
        pictures.keep(window, "02-list-zh");
        onFx(() -> window.person().press(KeyCode.F2, Modifier.SHIFT));
    }

    private void claim(RealWindow window) throws Exception {
        select(window, "t1");
        onFx(() -> window.person().press(KeyCode.I, Modifier.CTRL));
        until("the claim", () -> window.status().startsWith("Claimed"));
        assertEquals("radiologist", ris.order("t1").owner().id());
        until(
                "the reader in the list",
                () -> row(window, "t1").reader().equals(ris.order("t1").owner().displayName()));
        onFx(() -> window.person().press(KeyCode.I, Modifier.CTRL, Modifier.SHIFT));
        until("the release", () -> window.status().startsWith("Released"));
        assertEquals(null, ris.order("t1").owner());
    }

    private void fetch(RealWindow window, Semaphore gate) throws Exception {
        select(window, "t2");
        gate.drainPermits();
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("progress", () -> window.person().reads("#status-work", "Fetching"));
        pictures.keep(window, "03-fetching");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until("given up", () -> window.status().startsWith("Fetching given up"));
        assertFalse(onFx(() -> window.person().reads("#status-work", "Fetching")), "the progress is gone");
        late(window, gate);
        AtomicInteger shown = new AtomicInteger();
        onFx(() -> {
            window.look().desk().onPictureShownProperty().set(shown::incrementAndGet);
            window.person().press(KeyCode.ENTER);
        });
        gate.release(6);
        until(
                "the first picture before the rest",
                () -> shown.get() > 0 && window.look().report().isPresent());
        int here = ((Workplace) window.look()).read().shownProperty().get().instanceCount();
        assertTrue(here < AWAY.size(), here + " images, and it opened before the last of " + AWAY.size());
        pictures.keep(window, "04-opened-while-it-comes");
        gate.release(10_000);
        until("whole", () -> window.status().startsWith("All " + AWAY.size() + " images are here"));
        until(
                "all of them on the desk",
                () -> window.look()
                                .desk()
                                .sets()
                                .getFirst()
                                .displaySet()
                                .frames()
                                .size()
                        == AWAY.size());
        until(
                "all of them in the view",
                () -> window.look().desk().activeProperty().get().count() == AWAY.size());
        until("claimed by opening", () -> "radiologist".equals(owner("t2")));
        until("the request beside the report", () -> window.person().sees("#request-pane"));
        onFx(() -> window.person().press(KeyCode.R, Modifier.CTRL));
        assertFalse(onFx(() -> window.person().sees("#request-pane")));
        onFx(() -> window.person().press(KeyCode.R, Modifier.CTRL));
        assertTrue(onFx(() -> window.person().sees("#request-pane")));
        assertTrue(
                onFx(() -> window.person().sees("#patient-flags .flag-infectious")), "marked above the pictures, too");
        pictures.keep(window, "05-request-beside-the-report");
    }

    /// The reader has gone on when the first pictures come: nothing opens over what they look at.
    private void late(RealWindow window, Semaphore gate) throws Exception {
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("progress again", () -> window.person().reads("#status-work", "Fetching"));
        onFx(() -> window.person().press(KeyCode.DIGIT2, Modifier.ALT));
        gate.release(2);
        until("told where the reader is", () -> window.status().startsWith("CT abdomen is here"));
        assertEquals(
                null,
                onFx(() -> ((Workplace) window.look()).read().studyProperty().get()));
        assertEquals(null, ris.order("t2").owner(), "not claimed either");
        list(window, "t2");
    }

    private void lose(RealWindow window) throws Exception {
        ris.claim(ris.order("t3"), ZHAO);
        list(window, "t3");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("who has it", () -> window.person().reads("#case-hold", "赵医师"));
        until(
                "read only",
                () -> window.look()
                                .report()
                                .orElseThrow()
                                .model()
                                .modeProperty()
                                .get()
                        == EditorMode.LOCKED);
        until("the status line says it", () -> window.status().contains("赵医师"));
        pictures.keep(window, "06-lost-to-a-colleague");
        ris.release(ris.order("t3"), ZHAO);
        onFx(() -> window.person().click("#case-claim"));
        until("mine", () -> "radiologist".equals(owner("t3")));
        until("writable", () -> isEditable(window) && !window.person().sees("#case-strip"));
        ris.release(
                ris.order("t3"),
                new Order.Reader("radiologist", ris.order("t3").owner().displayName()));
        ris.claim(ris.order("t3"), ZHAO);
        onFx(() -> window.person().press(KeyCode.I, Modifier.CTRL));
        until("lost again", () -> window.person().reads("#case-hold", "赵医师") && !isEditable(window));
        onFx(() -> window.person().click("#case-overrule"));
        until("the reason", () -> window.person().sees("#line-sheet"));
        onFx(() -> {
            window.person().click("#line-sheet");
            window.person().type("asked by phone");
            window.person().press(KeyCode.ENTER);
        });
        until("writing all the same", () -> isEditable(window));
        assertEquals("zhao", owner("t3"), "the lock is not taken away");
        pictures.keep(window, "07-overruled");
    }

    private void refuse(RealWindow window) throws Exception {
        list(window, "t4");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the warning", () -> window.person().sees("#identity-what"));
        pictures.keep(window, "08-another-patient");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        assertEquals("T-3", patient(window), "nothing was opened");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the warning again", () -> window.person().sees("#identity-open"));
        onFx(() -> window.person().click("#identity-open"));
        until("opened knowingly", () -> patient(window).equals("W-1"));
    }

    private void withoutTheHospital(RealWindow window) throws Exception {
        ris.fail(ServerFault.UNREACHABLE);
        list(window, "t1");
        onFx(() -> window.person().press(KeyCode.I, Modifier.CTRL));
        until("not confirmed", () -> window.status().contains("not confirmed"));
        assertEquals(null, ris.order("t1").owner());
        until(
                "the mark",
                () -> window.scene().getRoot().lookupAll(".table-cell").stream()
                        .anyMatch(cell -> cell instanceof Labeled labeled
                                && labeled.getText() != null
                                && labeled.getText().startsWith("? ")));
        pictures.keep(window, "09-claimed-without-the-hospital");
        ris.fail(null);
        until("confirmed", () -> "radiologist".equals(owner("t1")));
    }

    private static boolean isEditable(RealWindow window) {
        return window.look().report().orElseThrow().model().isEditable(SectionKind.FINDINGS);
    }

    private @Nullable String owner(String id) {
        Order.@Nullable Reader owner = ris.order(id).owner();
        return owner == null ? null : owner.id();
    }

    private static String patient(RealWindow window) {
        return ((Workplace) window.look())
                .read()
                .studyProperty()
                .get()
                .patient()
                .id()
                .value();
    }

    /// Goes to the list and chooses a case.
    private static void list(RealWindow window, String order) throws Exception {
        onFx(() -> window.person().press(KeyCode.DIGIT1, Modifier.ALT));
        select(window, order);
    }

    private static void select(RealWindow window, String order) throws Exception {
        until("the case in the list", () -> row(window, order) != null);
        onFx(() -> {
            window.look().worklist().selectedProperty().set(row(window, order));
            window.person().find("#worklist").orElseThrow().requestFocus();
        });
    }

    private static org.readingroom.services.reading.WorklistRow row(RealWindow window, String order) {
        return window.look().worklist().shown().stream()
                .filter(row -> row.order() != null && row.order().id().equals(order))
                .findFirst()
                .orElseThrow();
    }
}
