package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

/// While a radiologist wrote, the resident signed: what was written is no draft, and is read, and put away, by keys.
@Tag("ui")
@Tag("slow")
class LateWordsScenarioTest {
    private static final LesionCtPhantom CASE = new LesionCtPhantom(true);
    private static final String SIGNED = "右肺上叶结节。";
    private static final String LATE = "左肺上叶结节，建议增强。";

    @TempDir
    Path folder;

    // [utest->req~report.draft.late-kept~1]
    @Test
    void wordsThatCameTooLateAreToldReadAndPutAway() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        ScenarioPictures pictures = new ScenarioPictures("late-words");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(() -> List.of(CASE));
        prepare(place, options);
        try (RealWindow window =
                new RealWindow(new StartOptions(place, true, Locale.SIMPLIFIED_CHINESE, null, null, options))) {
            window.openOnlyStudy();
            until("that it is told", () -> window.person().reads("#late-door", "有文字到得太晚，未写入本报告"));
            assertEquals(SIGNED, onFx(() -> impression(window)), "the report is what was signed");
            pictures.keep(window, "01-told");
            onFx(() -> window.person().press(KeyCode.F8, Modifier.CTRL, Modifier.SHIFT));
            until(
                    "the words",
                    () -> window.person().sees(".late-words") && window.person().sees(".late-away"));
            TextArea words =
                    onFx(() -> (TextArea) window.person().find(".late-words").orElseThrow());
            assertTrue(onFx(() -> words.getText()).contains(LATE), words::getText);
            assertFalse(onFx(() -> words.isEditable()));
            pictures.keep(window, "02-read");
            until("the keyboard in the words", () -> words.isFocused());

            onFx(() -> window.person().press(KeyCode.ESCAPE));
            until("the report again", () -> !window.person().sees(".late-words"));
            onFx(() -> window.person().press(KeyCode.F8, Modifier.CTRL, Modifier.SHIFT));
            until("that they are still there", () -> window.person().sees(".late-away"));
            ButtonBase away =
                    onFx(() -> (ButtonBase) window.person().find(".late-away").orElseThrow());
            onFx(() -> window.person().press(KeyCode.TAB));
            until("the button", away::isFocused);
            onFx(() -> window.person().press(KeyCode.SPACE));
            until("that it asks once more", () -> away.getText().equals("再按一次即删除"));
            pictures.keep(window, "03-asked");
            onFx(() -> window.person().press(KeyCode.SPACE));
            until(
                    "that they are put away",
                    () -> !window.person().sees(".late-words")
                            && !window.person().sees("#late-door"));
            assertEquals(SIGNED, onFx(() -> impression(window)), "nothing of them came into the report");
            pictures.keep(window, "04-gone");
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(List.of(), session.reporting().late().ofStudy(CASE.uid()));
            assertEquals(
                    2,
                    session.audit().latest(200).stream()
                            .filter(event -> event.type().equals("report.late"))
                            .count(),
                    "kept once, and put away once");
        }
    }

    /// Both take the report up; one signs, then the other's words come.
    private static void prepare(Path place, HomeOptions options) throws Exception {
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session radiologist = home.signIn("radiologist", "demo".toCharArray());
                Session resident = home.signIn("resident", "demo".toCharArray())) {
            OpenReport mine = open(radiologist);
            OpenReport theirs = open(resident);
            resident.reports()
                    .sign(
                            Reports.written(theirs.report(), SIGNED),
                            theirs.baseVersion(),
                            Stage.TRAINEE,
                            "",
                            "demo".toCharArray());
            WorkstationException late = assertThrows(
                    WorkstationException.class,
                    () -> radiologist.reports().saveDraft(Reports.written(mine.report(), LATE), mine.base()));
            assertEquals("services.report.late", late.messageKey());
        }
    }

    private static OpenReport open(Session session) throws Exception {
        Study study = session.studies().study(CASE.uid()).orElseThrow();
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private static String impression(RealWindow window) {
        return window.look().report().orElseThrow().model().report().text(SectionKind.IMPRESSION);
    }
}
