package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.readingroom.desktop.boot.ChangingHospital.CASE;
import static org.readingroom.desktop.boot.ChangingHospital.THEIRS;
import static org.readingroom.desktop.boot.ChangingHospital.conclusion;
import static org.readingroom.desktop.boot.ChangingHospital.prepare;
import static org.readingroom.desktop.boot.ChangingHospital.said;
import static org.readingroom.desktop.boot.ChangingHospital.waiting;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;

/// The hospital changes a report that is final here: it is told, and seen, by keys.
@Tag("ui")
@Tag("slow")
class IncomingFinalScenarioTest {
    @TempDir
    Path folder;

    /// The report is final here: it is told what an addendum would do, and having seen it is enough.
    // [utest->req~report.incoming.final~1]
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aChangeOfAFinalReportIsSeen(String language) throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Locale locale = Locale.forLanguageTag(language);
        Messages messages = Messages.of(locale);
        ScenarioPictures pictures = new ScenarioPictures("incoming-final-" + language);
        Path place = folder.resolve("home");
        try (FhirDouble ris = new FhirDouble()) {
            HomeOptions options = QuickHome.options(InstantSource.system())
                    .withDepartment(() -> List.of(CASE))
                    .withClients(runner -> new ChangingHospital.Doubles(ris));
            prepare(ris, place, options, true);
            try (RealWindow window = new RealWindow(new StartOptions(place, true, locale, null, null, options))) {
                window.signIn("senior", "demo");
                until("that one waits", () -> waiting(window).equals(said(messages, 1)));
                onFx(() -> window.person().press(KeyCode.U, Modifier.CTRL));
                until("the sheet", () -> window.person().sees("#conflicts-accept"));
                until("the words there", () -> onFx(() -> window.person().sees("#conflicts-taken")));
                pictures.keep(window, "01-seen");
                assertFalse(onFx(() -> window.person().sees("#conflicts-take")), "nothing is taken into it");
                until(
                        "the keyboard is there",
                        () -> window.person()
                                .find("#conflicts-reason")
                                .filter(field -> field.equals(window.scene().getFocusOwner()))
                                .isPresent());
                onFx(() -> window.person().press(KeyCode.ENTER, Modifier.CTRL));
                until("that it is said", () -> window.status().equals(messages.get("desktop.incoming.accepted")));
                until("none waits", () -> waiting(window).isEmpty());
                assertEquals(THEIRS, conclusion(ris), "nothing was written over there");
            }
        }
    }
}
