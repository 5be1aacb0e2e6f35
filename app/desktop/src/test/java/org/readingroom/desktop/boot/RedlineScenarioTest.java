package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
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
import org.readingroom.report.redline.ChangeKind;
import org.readingroom.report.redline.Redline;
import org.readingroom.report.redline.SentenceChange;
import org.readingroom.report.ui.redline.RedlineView;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.phantom.CarotidPhantom;
import org.readingroom.viewer.task.Progress;

/// What a trainee signed is changed by a radiologist, who looks at what was changed.
@Tag("ui")
@Tag("slow")
class RedlineScenarioTest {
    static final String TRAINEE_WORDS = "左侧颈总动脉见斑块，厚约2 mm。右侧颈总动脉未见异常。";
    static final String RADIOLOGIST_WORDS = "右侧颈总动脉见斑块，厚约2 mm。右侧颈总动脉未见异常。椎动脉通畅。";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("redline");

    // [utest->req~report.redline.view~1]
    @Test
    void whatWasChangedIsReadByKeysInOneTextAndSideBySide() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        signAsTrainee(place);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            try (RealWindow window = new RealWindow(place, true, locale)) {
                window.openOnlyStudy();
                onFx(() -> window.look().report().orElseThrow().model().type(SectionKind.FINDINGS, RADIOLOGIST_WORDS));
                until("the draft", () -> window.look().report().orElseThrow().isSaved());
                onFx(() -> window.person().press(KeyCode.F7, Modifier.SHIFT));
                until("the redline", () -> window.person().sees("#redline-page"));
                Redline redline = onFx(() -> view(window).redline().orElseThrow());
                List<SentenceChange> changes = redline.changes();
                assertEquals(2, changes.size());
                assertTrue(ChangeKind.of(changes.getFirst()).contains(ChangeKind.SIDE));
                assertTrue(ChangeKind.of(changes.getLast()).contains(ChangeKind.ADDED));
                assertTrue(onFx(() -> window.person()
                        .find("#redline-count")
                        .map(Labeled.class::cast)
                        .orElseThrow()
                        .getText()
                        .contains("2")));
                pictures.keep(window, locale.getLanguage() + "-01-inline");
                onFx(() -> {
                    window.person().press(KeyCode.S);
                    window.person().press(KeyCode.N);
                });
                until("the first change", () -> window.person().sees(".redline-change"));
                assertEquals(1, onFx(() -> (int) view(window).lookupAll(".redline-change").stream()
                        .filter(node -> node.getPseudoClassStates().toString().contains("current"))
                        .count()));
                pictures.keep(window, locale.getLanguage() + "-02-side-by-side");
                onFx(() -> window.person().press(KeyCode.ESCAPE));
                until("the sheet is gone", () -> !window.person().sees("#redline-page"));
            }
        }
    }

    private static RedlineView view(RealWindow window) {
        return window.person().find("#redline").map(RedlineView.class::cast).orElseThrow();
    }

    static void signAsTrainee(Path place) throws Exception {
        HomeOptions department = HomeOptions.defaults().withDepartment(() -> List.of(CarotidPhantom.standard()));
        Home.openOrCreateDemo(place, department, Progress.IGNORED).close();
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("resident", "demo".toCharArray())) {
            Study study = session.studies().studies().getFirst();
            OpenReport opened = session.reports().open(study, ReportLanguage.CHINESE, "");
            Report report = opened.report();
            report =
                    ReportEdits.setText(report, SectionKind.TECHNIQUE, "颈动脉超声。").apply(report);
            report = ReportEdits.setText(report, SectionKind.FINDINGS, TRAINEE_WORDS)
                    .apply(report);
            report = ReportEdits.setText(report, SectionKind.IMPRESSION, "左侧颈总动脉斑块。")
                    .apply(report);
            session.reports().sign(report, 0, Stage.TRAINEE, "", "demo".toCharArray());
        }
    }
}
