package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.services.reading.ImportSummary.Skipped;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.volume.GreySlice;

/// Somebody's first hour, from no home at all: the first user, a mixed folder, the list of what was skipped, the
/// study on the desk, an ImageJ filter from its menu.
@Tag("ui")
@Tag("slow")
class NewcomerScenarioTest {
    @TempDir
    Path folder;

    // [utest->req~shell.start~1]
    // [utest->req~shell.import~1]
    // [utest->req~plugin.imagej~1]
    @Test
    void anEmptyHomeIsMadeFilledAndReadIn() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path disc = disc();
        try (RealWindow window = new RealWindow(folder.resolve("home"), false, Locale.SIMPLIFIED_CHINESE)) {
            makeHome(window);
            importDisc(window, disc);
            openStudy(window);
            filter(window);
        }
    }

    private Path disc() throws Exception {
        CtChestPhantom phantom = CtChestPhantom.coarse();
        Path disc = Files.createDirectories(folder.resolve("光盘").resolve("images"));
        for (int i = 0; i < phantom.size(); i++) {
            Files.write(disc.resolve("I" + i), phantom.instance(i).toBytes());
        }
        Files.writeString(disc.resolve("notes.txt"), "no image");
        Files.write(disc.resolve("empty.dcm"), new byte[0]);
        return disc.getParent();
    }

    private static void makeHome(RealWindow window) throws Exception {
        until("the first question", () -> window.person().sees("#start-empty"));
        onFx(() -> window.person().click("#start-empty"));
        until("the form for the first user", () -> window.person().sees("#first-user-login"));
        onFx(() -> {
            window.person().click("#first-user-login");
            window.person().type("wei");
            window.person().click("#first-user-display");
            window.person().type("魏岩");
        });
        password(window, "demo-2026", "demo-2027");
        refused(window, "两次");
        password(window, "short", "short");
        refused(window, "8");
        password(window, "demo-2026", "demo-2026");
        until("the sign-in form knows the name", () -> window.person().reads("#sign-in-name", "wei"));
        window.signIn("wei", "demo-2026");
        until("the empty list", () -> window.person().sees("#worklist"));
    }

    private static void password(RealWindow window, String first, String second) throws Exception {
        onFx(() -> {
            window.person().click("#first-user-password");
            window.person().type(first);
            window.person().click("#first-user-repeated");
            window.person().type(second);
            window.person().click("#first-user-create");
        });
    }

    private static void refused(RealWindow window, String why) throws Exception {
        until("a refusal that says " + why, () -> window.person().reads("#first-user-refusal", why));
        assertEquals(
                "first-user-password",
                onFx(() -> window.scene().getFocusOwner().getId()),
                "typing goes on where it is wanted");
    }

    private static void importDisc(RealWindow window, Path disc) throws Exception {
        onFx(() -> window.look().drop(List.of(disc)));
        until("what was skipped", () -> window.person().sees("#import-skipped"));
        List<String> skipped = onFx(() -> {
            TableView<?> table =
                    (TableView<?>) window.person().find("#import-skipped").orElseThrow();
            return table.getItems().stream()
                    .map(Skipped.class::cast)
                    .map(one -> Path.of(one.path()).getFileName() + " " + one.messageKey())
                    .sorted()
                    .toList();
        });
        assertEquals(2, skipped.size(), skipped.toString());
        assertTrue(skipped.get(0).startsWith("empty.dcm "), skipped.toString());
        assertTrue(skipped.get(1).startsWith("notes.txt "), skipped.toString());
        String told =
                onFx(() -> ((Labeled) window.person().find("#status-message").orElseThrow()).getText());
        assertTrue(told.contains("65"), told);
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until("the study in the list", () -> window.look().worklist().shown().size() == 1);
    }

    private static void openStudy(RealWindow window) throws Exception {
        AtomicInteger shown = new AtomicInteger();
        onFx(() -> {
            window.look().desk().onPictureShownProperty().set(shown::incrementAndGet);
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the picture",
                () -> shown.get() > 0
                        && window.person().sees("#plugin-menu")
                        && window.look().deskView().activeNode().context().isPresent());
    }

    /// The median of a phantom without grain differs only along edges, and nowhere leaves its range.
    private static void filter(RealWindow window) throws Exception {
        ViewContext original =
                onFx(() -> window.look().deskView().activeNode().context().orElseThrow());
        onFx(() -> {
            MenuButton menu = (MenuButton) window.person().find("#plugin-menu").orElseThrow();
            menu.getItems().get(1).fire();
        });
        until(
                "the derived picture",
                () -> window.look()
                        .deskView()
                        .activeNode()
                        .context()
                        .filter(context -> context.displaySet().warningKeys().contains("desktop.plugin.derived"))
                        .isPresent());
        ViewContext derived =
                onFx(() -> window.look().deskView().activeNode().context().orElseThrow());
        DisplaySet set = derived.displaySet();
        assertEquals(1, set.frames().size());
        assertEquals(original.displaySet().study(), set.study());
        assertEquals(
                original.frame().orElseThrow().plane(), set.frames().getFirst().plane(), "it lies where it came from");
        assertEquals(2, (int) onFx(() -> window.look().desk().sets().size()), "the original is still there");
        GreySlice before = (GreySlice) original.slice().orElseThrow();
        GreySlice after = (GreySlice) derived.slice().orElseThrow();
        window.draw(KeyCode.L, set.frames().getFirst(), 40, 40, 80, 80);
        assertEquals(0, (int) onFx(() -> window.look().marks().annotations().size()), "nothing is measured on it");
        int same = 0;
        int all = before.rows() * before.columns();
        for (int i = 0; i < all; i++) {
            float was = before.modalityValue(i % before.columns(), i / before.columns());
            float is = after.modalityValue(i % before.columns(), i / before.columns());
            assertTrue(is >= -1024.5 && is <= 3000, "a median makes no new values: " + is);
            same += Math.abs(was - is) < 0.6 ? 1 : 0;
        }
        assertTrue(same > all / 2 && same < all, same + " of " + all + " pixels are as they were");
    }
}
