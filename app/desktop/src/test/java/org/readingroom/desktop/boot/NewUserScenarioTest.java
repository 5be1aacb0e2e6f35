package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.Licence;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.testing.QuickHome;

/// The first user of a real home adds a colleague by keyboard and signs out; the colleague comes, has to
/// choose a password of their own, and is in.
@Tag("ui")
@Tag("slow")
class NewUserScenarioTest {
    @TempDir
    Path folder;

    private final HomeOptions options = QuickHome.options(InstantSource.system());
    private final ScenarioPictures pictures = new ScenarioPictures("new-user");

    // [utest->req~identity.admission-sheet~1]
    @Test
    void anAdministratorAddsAColleagueWhoSignsInWithAPasswordOfTheirOwn() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        try (Home home = Home.openOrCreate(place, options)) {
            home.createFirstUser("wang", "王医师", "quagga-1788".toCharArray());
        }
        StartOptions start = new StartOptions(place, false, Locale.SIMPLIFIED_CHINESE, null, null, options);
        try (RealWindow window = new RealWindow(start)) {
            window.signIn("wang", "quagga-1788");
            until("the list", () -> window.person().sees("#worklist"));
            onFx(() -> window.person().press(KeyCode.F11, Modifier.CTRL, Modifier.SHIFT));
            until("the form", () -> window.person().sees("#new-user-login"));
            fillByKeyboard(window);
            signOut(window);
            signInTheFirstTime(window);
        }
        try (Home home = Home.openOrCreate(place, options);
                Session session = home.signIn("li", "thylacine-1936".toCharArray())) {
            User li = session.user();
            assertEquals(Set.of(Role.SENIOR), li.roles());
            assertEquals(new Licence("L-2", LocalDate.of(2099, 12, 31), LocalDate.of(2015, 7, 1)), li.licence());
            assertTrue(session.audit().verify().isIntact());
        }
    }

    private void fillByKeyboard(RealWindow window) throws Exception {
        onFx(() -> {
            window.person().type("li");
            window.person().press(KeyCode.TAB);
            window.person().type("Li Si");
            window.person().press(KeyCode.TAB); // the first role: trainee
            window.person().press(KeyCode.TAB);
            window.person().press(KeyCode.TAB); // senior
            window.person().press(KeyCode.SPACE);
            window.person().press(KeyCode.TAB); // administrator
            for (String each : List.of("L-2", "2099-12-31", "2015-07-01", "moa-1445", "moa-1446")) {
                window.person().press(KeyCode.TAB);
                window.person().type(each);
            }
            window.person().press(KeyCode.ENTER);
        });
        until("that the passwords differ", () -> window.person().reads("#new-user-refused", "不一致"));
        pictures.keep(window, "01-refused");
        onFx(() -> {
            ((TextInputControl) window.person().find("#new-user-password").orElseThrow()).requestFocus();
            window.person().type("moa-1445");
            window.person().press(KeyCode.TAB);
            window.person().type("moa-1445");
        });
        until("no word of what is typed anew", () -> !window.person().reads("#new-user-refused", "不一致"));
        pictures.keep(window, "02-filled");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("that the colleague is added", () -> window.status().contains("已添加 Li Si"));
        pictures.keep(window, "03-added");
    }

    private void signInTheFirstTime(RealWindow window) throws Exception {
        window.signIn("li", "moa-1445");
        until("that an own password is asked for", () -> window.person().sees("#sign-in-next"));
        until("why", () -> window.person().reads("#sign-in-refusal", "只有您本人知道的新密码"));
        pictures.keep(window, "04-own-password");
        onFx(() -> {
            window.person().click("#sign-in-password");
            window.person().type("moa-1445");
            window.person().press(KeyCode.ENTER);
            window.person().type("thylacine-1936");
            window.person().press(KeyCode.ENTER);
            window.person().type("thylacine-1936");
        });
        pictures.keep(window, "05-typed");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the list", () -> window.person().sees("#worklist"));
        pictures.keep(window, "06-signed-in");
    }

    private static void signOut(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.K, Modifier.CTRL));
        until("the palette", () -> window.person().sees("#palette-list"));
        onFx(() -> window.person().type("sign-out"));
        until("the command", () -> window.person().reads("#palette-filter", "sign-out"));
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the door", () -> window.person().sees("#sign-in-name"));
    }
}
