package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.ChangingHospital.CASE;
import static org.readingroom.desktop.boot.ChangingHospital.FIRST;
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
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Progress;

/// A change of the hospital is looked at and left undecided, and the program is ended while it is asked for: nothing is
/// taken, nothing is lost, and it waits as before.
@Tag("ui")
@Tag("slow")
class IncomingLeftScenarioTest {
    private static final String MINE = "右肺上叶结节，建议穿刺。";

    @TempDir
    Path folder;

    // [utest->req~report.incoming.told~1]
    // [utest->req~report.incoming.desk~1]
    @Test
    void whatIsLeftUndecidedWaitsAndWhatIsTypedStays() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Messages messages = Messages.of(Locale.SIMPLIFIED_CHINESE);
        ScenarioPictures pictures = new ScenarioPictures("incoming-left");
        Path place = folder.resolve("home");
        try (FhirDouble ris = new FhirDouble()) {
            HomeOptions options = QuickHome.options(InstantSource.system())
                    .withDepartment(() -> List.of(CASE))
                    .withClients(runner -> new ChangingHospital.Doubles(ris));
            prepare(ris, place, options, false);
            StartOptions start = new StartOptions(place, true, Locale.SIMPLIFIED_CHINESE, null, null, options);
            try (RealWindow window = new RealWindow(start)) {
                window.signIn("senior", "demo");
                until("that one waits", () -> waiting(window).equals(said(messages, 1)));
                until(
                        "the list",
                        () -> window.person().sees("#worklist")
                                && window.look().worklist().shown().size() == 1);
                onFx(() -> {
                    window.look()
                            .worklist()
                            .selectedProperty()
                            .set(window.look().worklist().shown().getFirst());
                    window.person().find("#worklist").orElseThrow().requestFocus();
                    window.person().press(KeyCode.ENTER);
                });
                until("the report", () -> impression(window).equals(FIRST));
                onFx(() -> report(window).type(SectionKind.IMPRESSION, MINE));
                sheet(window);
                ReportEditorViewModel before = onFx(() -> report(window));
                onFx(() -> window.person().press(KeyCode.DIGIT2));
                assertTrue(onFx(() -> chosen(window, "theirs")));
                pictures.keep(window, "01-chosen");
                onFx(() -> window.person().press(KeyCode.ESCAPE));
                until("that it is left", () -> !window.person().sees("#conflict-0"));
                assertEquals(before, onFx(() -> report(window)), "the report was not read anew");
                assertEquals(MINE, onFx(() -> impression(window)));
                assertEquals(
                        EditorMode.EDITING,
                        onFx(() -> report(window).modeProperty().get()));
                assertEquals(said(messages, 1), onFx(() -> waiting(window)));

                sheet(window);
                assertFalse(onFx(() -> chosen(window, "mine") || chosen(window, "theirs")), "nothing is remembered");
                pictures.keep(window, "02-asked-again");
                onFx(() -> window.person().press(KeyCode.ESCAPE));
                until("that it is left again", () -> !window.person().sees("#conflict-0"));
                // the window goes in the moment it is asked for, with words that are not on disk
                onFx(() -> {
                    report(window).type(SectionKind.IMPRESSION, MINE + "尽快。");
                    window.person().press(KeyCode.U, Modifier.CTRL);
                });
            }
            try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                    Session session = home.signIn("senior", "demo".toCharArray())) {
                Study study = session.studies().study(CASE.uid()).orElseThrow();
                assertEquals(
                        MINE + "尽快。",
                        session.reports()
                                .open(study, ReportLanguage.CHINESE, "")
                                .report()
                                .text(SectionKind.IMPRESSION));
                assertEquals(1, session.hospital().incoming().changes().size(), "it waits as before");
                assertEquals(THEIRS, conclusion(ris), "nothing was written over there");
            }
        }
    }

    private static void sheet(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.U, Modifier.CTRL));
        until("the sheet", () -> window.person().reads("#conflict-0 .conflict-words", MINE));
    }

    private static ReportEditorViewModel report(RealWindow window) {
        return window.look().report().orElseThrow().model();
    }

    private static String impression(RealWindow window) {
        return report(window).report().text(SectionKind.IMPRESSION);
    }

    private static boolean chosen(RealWindow window, String side) {
        return ((ToggleButton) window.person().find("#conflict-0-" + side).orElseThrow()).isSelected();
    }
}
