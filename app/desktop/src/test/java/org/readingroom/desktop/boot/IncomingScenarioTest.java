package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.ChangingHospital.CASE;
import static org.readingroom.desktop.boot.ChangingHospital.FIRST;
import static org.readingroom.desktop.boot.ChangingHospital.THEIRS;
import static org.readingroom.desktop.boot.ChangingHospital.conclude;
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
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Progress;

/// The hospital changes a report that is open here: it is told, looked at, taken sentence by sentence or left, by keys.
@Tag("ui")
@Tag("slow")
class IncomingScenarioTest {
    private static final String MINE = "右肺上叶结节，建议穿刺。";
    private static final String MINE_LATER = "右肺上叶结节，建议尽快穿刺。";

    @TempDir
    Path folder;

    // [utest->req~report.incoming.told~1]
    // [utest->req~report.incoming.desk~1]
    // [utest->req~report.conflicts~1]
    // [utest->req~report.merge.signed-anew~1]
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aChangeIsToldLookedAtTakenAndLeft(String language) throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Locale locale = Locale.forLanguageTag(language);
        Messages messages = Messages.of(locale);
        ScenarioPictures pictures = new ScenarioPictures("incoming-" + language);
        Path place = folder.resolve("home");
        try (FhirDouble ris = new FhirDouble()) {
            HomeOptions options = QuickHome.options(InstantSource.system())
                    .withDepartment(() -> List.of(CASE))
                    .withClients(runner -> new ChangingHospital.Doubles(ris));
            prepare(ris, place, options, false);
            try (RealWindow window = new RealWindow(new StartOptions(place, true, locale, null, null, options))) {
                window.signIn("senior", "demo");
                until("that one waits", () -> waiting(window).equals(said(messages, 1)));
                until("the list", () -> window.look().worklist().shown().size() == 1);
                onFx(() -> {
                    window.look()
                            .worklist()
                            .selectedProperty()
                            .set(window.look().worklist().shown().getFirst());
                    window.person().find("#worklist").orElseThrow().requestFocus();
                    window.person().press(KeyCode.ENTER);
                });
                until("the report", () -> impression(window).equals(FIRST));
                pictures.keep(window, "01-told");

                // typed, and asked for before it is on disk
                onFx(() -> {
                    report(window).type(SectionKind.IMPRESSION, MINE);
                    window.person().press(KeyCode.U, Modifier.CTRL);
                });
                until("the sheet", () -> window.person().sees("#conflict-0"));
                until("what was typed", () -> window.person().reads("#conflict-0 .conflict-words", MINE));
                assertTrue(onFx(() -> window.person().reads("#conflicts-whose", "DEMO-0011")));
                assertFalse(onFx(() -> chosen(window, "mine") || chosen(window, "theirs")), "chosen beforehand");
                pictures.keep(window, "02-nothing-chosen");
                onFx(() -> window.person().press(KeyCode.ENTER, Modifier.CTRL));
                assertTrue(onFx(() -> window.person().sees("#conflict-0")), "taken before anything was chosen");
                assertEquals(MINE, onFx(() -> impression(window)));

                onFx(() -> window.person().press(KeyCode.DIGIT1));
                assertTrue(onFx(() -> chosen(window, "mine")));
                assertTrue(
                        onFx(() -> reads(window).contains(MINE) && reads(window).contains(THEIRS)),
                        "a sentence that comes along is seen beside mine");
                onFx(() -> window.person().press(KeyCode.RIGHT));
                assertTrue(onFx(() -> chosen(window, "theirs") && !chosen(window, "mine")));
                pictures.keep(window, "03-theirs-chosen");

                // what is written on beneath the sheet was never shown: refused, and kept
                onFx(() -> {
                    report(window).type(SectionKind.IMPRESSION, MINE_LATER);
                    window.person().press(KeyCode.ENTER, Modifier.CTRL);
                });
                until("the refusal", () -> window.status().equals(messages.get("services.report.changed-meanwhile")));
                until("the words written on", () -> impression(window).equals(MINE_LATER));

                onFx(() -> window.person().press(KeyCode.U, Modifier.CTRL));
                until("the sheet again", () -> window.person().reads("#conflict-0 .conflict-words", MINE_LATER));
                onFx(() -> {
                    report(window).held().hold(true);
                    window.person().press(KeyCode.RIGHT);
                    window.person().press(KeyCode.ENTER, Modifier.CTRL);
                });
                until("that another holds it", () -> window.status().equals(messages.get("desktop.incoming.busy")));
                onFx(() -> report(window).held().hold(false));

                onFx(() -> window.person().press(KeyCode.U, Modifier.CTRL));
                until("the sheet once more", () -> window.person().sees("#conflict-0"));
                ReportEditorViewModel before = onFx(() -> report(window));
                onFx(() -> {
                    window.person().press(KeyCode.DIGIT2);
                    window.person().press(KeyCode.ENTER, Modifier.CTRL);
                });
                until("their words", () -> impression(window).equals(THEIRS));
                until("that it is said", () -> window.status().equals(messages.get("desktop.incoming.taken")));
                assertTrue(onFx(() -> report(window) != before), "read anew");
                assertEquals(
                        EditorMode.EDITING,
                        onFx(() -> report(window).modeProperty().get()));
                assertEquals(
                        Optional.of(Stage.REVIEW),
                        onFx(() -> report(window).nextStageProperty().get()));
                until("none waits", () -> waiting(window).isEmpty());
                pictures.keep(window, "04-taken");

                conclude(ris, FIRST);
                until("the next one", () -> waiting(window).equals(said(messages, 1)));
                onFx(() -> window.person().press(KeyCode.U, Modifier.CTRL));
                until("a change without a conflict", () -> window.person().sees("#conflicts-taken"));
                pictures.keep(window, "05-no-conflict");
                onFx(() -> {
                    window.person().click("#conflicts-reason");
                    window.person().press(KeyCode.ENTER);
                });
                assertTrue(onFx(() -> window.person().sees("#conflicts-reason")), "left without a reason");
                // it signs behind an open sheet as little as any other key of the desk acts there
                onFx(() -> {
                    window.person().type("told by telephone");
                    window.person().press(KeyCode.ENTER, Modifier.CTRL);
                });
                assertFalse(onFx(() -> window.person().sees("#report-sign-password")), "signed through the sheet");
                assertTrue(onFx(() -> window.person().sees("#conflicts-reason")), "taken although a reason was begun");
                onFx(() -> window.person().press(KeyCode.ENTER));
                until("that it is left", () -> window.status().equals(messages.get("desktop.incoming.dismissed")));
                until("none waits any more", () -> waiting(window).isEmpty());
                assertEquals(THEIRS, onFx(() -> impression(window)));
            }
            try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                    Session session = home.signIn("senior", "demo".toCharArray())) {
                Study study = session.studies().study(CASE.uid()).orElseThrow();
                assertEquals(
                        THEIRS,
                        session.reports()
                                .open(study, ReportLanguage.CHINESE, "")
                                .report()
                                .text(SectionKind.IMPRESSION));
                assertTrue(session.audit().latest(100).stream()
                        .anyMatch(event -> event.detail().equals("dismissed: told by telephone")));
                assertEquals(FIRST, conclusion(ris), "nothing was written over there");
            }
        }
    }

    private static ReportEditorViewModel report(RealWindow window) {
        return window.look().report().orElseThrow().model();
    }

    private static String impression(RealWindow window) {
        return report(window).report().text(SectionKind.IMPRESSION);
    }

    private static String reads(RealWindow window) {
        return ((Labeled) window.scene().lookup("#conflicts-reads")).getText();
    }

    private static boolean chosen(RealWindow window, String side) {
        return ((ToggleButton) window.person().find("#conflict-0-" + side).orElseThrow()).isSelected();
    }
}
