package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.ui.redline.RedlineView;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.viewer.model.Study;

/// A trainee's report is changed by a radiologist; the trainee sees by kind what was changed, and the words of it. The
/// radiologist, whose words nobody changed, sees nothing of the trainee's.
@Tag("ui")
@Tag("slow")
class TraineeDigestScenarioTest {
    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("trainee-digest");

    /// By hand: the side of the first sentence, and the third one came; the impression names the other side.
    // [utest->req~report.digest.sheet~1]
    @Test
    void theTraineeSeesWhatWasChangedByKind() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        RedlineScenarioTest.signAsTrainee(place);
        signAsRadiologist(place);
        try (RealWindow window = tenDaysLater(place, Locale.SIMPLIFIED_CHINESE)) {
            digest(window, "resident", 1);
            assertEquals("左右 2 · 新增 1 · 诊断意见 1", text(window, "#digest-counts"));
            pictures.keep(window, "01-digest");
            onFx(() -> window.person().press(KeyCode.DIGIT1));
            until(
                    "nothing of the last week",
                    () -> isChosen(window, "#digest-7")
                            && list(window).getItems().isEmpty());
            assertEquals("", text(window, "#digest-counts"));
            onFx(() -> window.person().press(KeyCode.DIGIT2));
            until(
                    "the month",
                    () -> isChosen(window, "#digest-30")
                            && list(window).getItems().size() == 1
                            && list(window).isFocused());
            onFx(() -> window.person().press(KeyCode.ENTER));
            until("the redline", () -> window.person().sees("#redline-page"));
            assertEquals(
                    3,
                    onFx(() -> window.person()
                            .find("#redline")
                            .map(RedlineView.class::cast)
                            .orElseThrow()
                            .redline()
                            .orElseThrow()
                            .changes()
                            .size()));
            pictures.keep(window, "02-redline");
        }
        try (RealWindow window = tenDaysLater(place, Locale.ENGLISH)) {
            digest(window, "radiologist", 0);
            assertEquals("", text(window, "#digest-counts"));
            pictures.keep(window, "03-nobody-elses");
        }
    }

    /// The program as it is ten days after both have signed, by the clock of the home.
    private static RealWindow tenDaysLater(Path place, Locale locale) throws Exception {
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofDays(10));
        return new RealWindow(new StartOptions(
                place, true, locale, null, null, HomeOptions.defaults().withClock(later)));
    }

    private static boolean isChosen(RealWindow window, String period) {
        return window.person()
                .find(period)
                .map(ToggleButton.class::cast)
                .orElseThrow()
                .isSelected();
    }

    private static void digest(RealWindow window, String login, int reports) throws Exception {
        window.signIn(login, "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        onFx(() -> window.person().press(KeyCode.F7, Modifier.CTRL, Modifier.SHIFT));
        until(
                "the digest",
                () -> window.person().sees("#digest-list")
                        && labelled(window, "#digest-many").contains(Integer.toString(reports)));
        until("the list of it", () -> list(window).isFocused());
        assertEquals(reports, onFx(() -> list(window).getItems().size()));
    }

    private static String text(RealWindow window, String selector) throws Exception {
        return onFx(() -> labelled(window, selector));
    }

    private static String labelled(RealWindow window, String selector) {
        return window.person()
                .find(selector)
                .map(Labeled.class::cast)
                .orElseThrow()
                .getText();
    }

    private static ListView<?> list(RealWindow window) {
        return (ListView<?>) window.person().find("#digest-list").orElseThrow();
    }

    private static void signAsRadiologist(Path place) throws Exception {
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            Study study = session.studies().studies().getFirst();
            OpenReport opened = session.reports().open(study, ReportLanguage.CHINESE, "");
            Report report = opened.report();
            report = ReportEdits.setText(report, SectionKind.FINDINGS, RedlineScenarioTest.RADIOLOGIST_WORDS)
                    .apply(report);
            report = ReportEdits.setText(report, SectionKind.IMPRESSION, "右侧颈总动脉斑块。")
                    .apply(report);
            session.reports().sign(report, opened.baseVersion(), Stage.PRIMARY, "", "demo".toCharArray());
            assertTrue(session.reports().verify(study.uid()).getLast().isSound());
        }
    }
}
