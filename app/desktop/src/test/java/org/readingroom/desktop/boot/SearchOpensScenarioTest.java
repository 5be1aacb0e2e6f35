package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.task.Progress;

/// From a report that is being written to one that was found, and back by the list: each time the editor holds the
/// words
/// of the case that was asked for last, and nothing typed is lost.
@Tag("ui")
@Tag("slow")
class SearchOpensScenarioTest {
    private static final CtChestPhantom WRITTEN = CtChestPhantom.coarseHealthy();
    private static final LesionCtPhantom FOUND = new LesionCtPhantom(true);
    private static final String TYPED = "双肺未见异常，随访。";
    private static final String SIGNED = "肝右叶囊肿。";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("search-opens");

    // [utest->req~report.search.sheet~1]
    // [utest->req~report.ui.draft~1]
    @Test
    void whatIsFoundIsOpenedAndWhatWasTypedIsThereAgain() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        prepare(place);
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            window.signIn("radiologist", "demo");
            until(
                    "the list",
                    () -> window.person().sees("#worklist")
                            && window.look().worklist().shown().size() == 2);
            fromTheList(window, WRITTEN.uid());
            until("a blank report", () -> isOn(window, WRITTEN.uid(), ""));
            onFx(() -> model(window).type(SectionKind.IMPRESSION, TYPED));
            // at once, before it is on disk
            onFx(() -> window.person().press(KeyCode.F, Modifier.CTRL));
            until("the search", () -> window.person().sees("#search-text"));
            onFx(() -> {
                window.person().type("囊肿");
                window.person().press(KeyCode.ENTER);
            });
            until("one report", () -> hits(window).getItems().size() == 1);
            pictures.keep(window, "01-found");
            onFx(() -> window.person().press(KeyCode.ENTER));
            until("its words", () -> isOn(window, FOUND.uid(), SIGNED));
            assertFalse(onFx(() -> window.person().sees("#search-text")));
            pictures.keep(window, "02-opened");

            onFx(() -> window.person().press(KeyCode.DIGIT1, Modifier.ALT));
            until("the list again", () -> window.person().sees("#worklist"));
            fromTheList(window, WRITTEN.uid());
            until("what was typed", () -> isOn(window, WRITTEN.uid(), TYPED));
            pictures.keep(window, "03-typed-words-again");

            // one after the other without waiting: the last one asked for is the one that stays
            onFx(() -> window.person().press(KeyCode.DIGIT1, Modifier.ALT));
            until("the list once more", () -> window.person().sees("#worklist"));
            onFx(() -> {
                select(window, WRITTEN.uid());
                window.person().press(KeyCode.ENTER);
                window.person().press(KeyCode.DIGIT1, Modifier.ALT);
                select(window, FOUND.uid());
                window.person().press(KeyCode.ENTER);
            });
            until("the other", () -> isOn(window, FOUND.uid(), SIGNED));
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(TYPED, open(session, WRITTEN.uid()).report().text(SectionKind.IMPRESSION));
            assertEquals(1, session.reports().versions(FOUND.uid()).size());
        }
    }

    private static void prepare(Path place) throws Exception {
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(WRITTEN, FOUND));
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            OpenReport open = open(session, FOUND.uid());
            session.reports().sign(Reports.written(open.report(), SIGNED), 0, Stage.PRIMARY, "", "demo".toCharArray());
        }
    }

    private static OpenReport open(Session session, StudyUid study) throws Exception {
        return session.reports().open(session.studies().study(study).orElseThrow(), ReportLanguage.CHINESE, "演示医院");
    }

    private static void fromTheList(RealWindow window, StudyUid study) throws Exception {
        onFx(() -> {
            select(window, study);
            window.person().press(KeyCode.ENTER);
        });
    }

    private static void select(RealWindow window, StudyUid study) {
        window.look()
                .worklist()
                .selectedProperty()
                .set(window.look().worklist().shown().stream()
                        .filter(row -> row.uid().filter(study::equals).isPresent())
                        .findFirst()
                        .orElseThrow());
        window.person().find("#worklist").orElseThrow().requestFocus();
    }

    private static boolean isOn(RealWindow window, StudyUid study, String impression) {
        ReportEditorViewModel model = model(window);
        return model.report().study().study().equals(study)
                && model.report().text(SectionKind.IMPRESSION).equals(impression);
    }

    private static ReportEditorViewModel model(RealWindow window) {
        return window.look().report().orElseThrow().model();
    }

    private static ListView<?> hits(RealWindow window) {
        return (ListView<?>) window.person().find("#search-list").orElseThrow();
    }
}
