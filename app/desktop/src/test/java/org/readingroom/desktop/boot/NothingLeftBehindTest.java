package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// Whoever signs out or closes the window takes everything along: no patient stays in memory.
@Tag("ui")
@Tag("slow")
class NothingLeftBehindTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void aWorkplaceIsForgottenAfterSigningOutAndAfterClosing() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(CtChestPhantom.coarse()));
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        untilForgotten("the closed window", workTwice(place));
    }

    /// A method of its own, so that no local variable holds the window any more.
    private static WeakReference<Backstage> workTwice(Path place) throws Exception {
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.openOnlyStudy();
            WeakReference<Backstage> first = new WeakReference<>(window.look());
            signOut(window);
            window.openOnlyStudy();
            untilForgotten("who signed out", first);
            return new WeakReference<>(window.look());
        }
    }

    private static void signOut(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.K, Puppet.Modifier.CTRL));
        until("the palette", () -> window.person().sees("#palette-filter"));
        onFx(() -> window.person().type("sign out"));
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the sign-in form", () -> window.person().sees("#sign-in-name"));
    }

    private static void untilForgotten(String what, WeakReference<Backstage> left) throws Exception {
        long begun = System.nanoTime();
        while (!left.refersTo(null) && System.nanoTime() - begun < PATIENCE_NANOS) {
            System.gc();
            // the toolkit lets go of a window in its own time
            Thread.sleep(200);
            onFx(() -> {});
        }
        assertTrue(left.refersTo(null), what + " is forgotten");
    }
}
