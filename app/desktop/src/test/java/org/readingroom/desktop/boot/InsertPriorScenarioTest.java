package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.HandPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;

/// Words of the report on the prior chest CT go into today's by keys, with their day; the comparison is named, and one
/// step takes it all back. The prior was made on 2025-05-15; another patient has a report too.
@Tag("ui")
@Tag("slow")
class InsertPriorScenarioTest {
    private static final CtChestPhantom NOW = CtChestPhantom.coarse();
    private static final CtChestPhantom PRIOR = CtChestPhantom.coarsePrior();
    private static final SyntheticStudy STRANGER = HandPhantom.standard();
    private static final String QUOTED = "（对比 2025-05-15 胸部CT平扫，未审核：1) 右肺上叶结节，长径8 mm; 2) 左肺下叶结节。）";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("insert-prior");

    // [utest->req~report.prior.insert~1]
    @Test
    void wordsOfThePriorReportGoIntoTodaysByKeys() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        prepare(place);
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            open(window);
            onFx(() -> {
                model(window).type(SectionKind.TECHNIQUE, "胸部CT平扫。");
                model(window).type(SectionKind.FINDINGS, "右肺上叶见结节，与前片相仿。");
            });
            until("the check", () -> isUndated(window));
            String before = onFx(() -> model(window).report().text(SectionKind.FINDINGS));
            ask(window);
            assertEquals(1, onFx(() -> list(window).getItems().size()), "the other patient's is not there");
            pictures.keep(window, "01-list");
            onFx(() -> window.person().press(KeyCode.ENTER));
            until(
                    "the words",
                    () -> model(window).report().text(SectionKind.FINDINGS).equals(before + QUOTED));
            assertEquals(
                    "胸部CT平扫。与既往 2025-05-15 胸部CT平扫对比。",
                    onFx(() -> model(window).report().text(SectionKind.TECHNIQUE)));
            until("the check is satisfied", () -> !isUndated(window));
            ReportSentence quoted = onFx(() -> model(window)
                    .report()
                    .section(SectionKind.FINDINGS)
                    .sentences()
                    .getLast());
            assertEquals(SentenceOrigin.HUMAN, quoted.origin());
            assertTrue(quoted.evidence().isEmpty() && quoted.measurements().isEmpty());
            pictures.keep(window, "02-written");
            onFx(() -> window.person().press(KeyCode.Z, Modifier.CTRL));
            until(
                    "one step back",
                    () -> model(window).report().text(SectionKind.FINDINGS).equals(before));
            assertEquals("胸部CT平扫。", onFx(() -> model(window).report().text(SectionKind.TECHNIQUE)));
            choose(window, before);
            locked(window);
        }
    }

    /// The findings, without the second sentence of them.
    private void choose(RealWindow window, String before) throws Exception {
        ask(window);
        onFx(() -> {
            window.person().press(KeyCode.F);
            window.person().press(KeyCode.RIGHT);
            window.person().press(KeyCode.RIGHT);
            window.person().press(KeyCode.RIGHT);
            window.person().press(KeyCode.SPACE);
        });
        pictures.keep(window, "03-findings-chosen");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the finding",
                () -> model(window)
                        .report()
                        .text(SectionKind.FINDINGS)
                        .equals(before + "（对比 2025-05-15 胸部CT平扫，未审核：右肺上叶见结节。）"));
    }

    private void locked(RealWindow window) throws Exception {
        String words = onFx(() -> model(window).report().text(SectionKind.FINDINGS));
        onFx(() -> model(window).held().hold(true));
        until("the lock", () -> model(window).modeProperty().get() == EditorMode.LOCKED);
        onFx(() -> window.person().press(KeyCode.F3, Modifier.CTRL));
        until(
                "it is said",
                () -> window.person()
                        .find("#report-notice")
                        .map(Labeled.class::cast)
                        .orElseThrow()
                        .getText()
                        .contains("已锁定"));
        assertEquals(words, onFx(() -> model(window).report().text(SectionKind.FINDINGS)));
        pictures.keep(window, "04-locked");
    }

    private static void ask(RealWindow window) throws Exception {
        onFx(() -> {
            window.look().report().orElseThrow().view().focusText();
            window.look()
                    .report()
                    .orElseThrow()
                    .view()
                    .area(SectionKind.FINDINGS)
                    .end();
            window.person().press(KeyCode.F3, Modifier.CTRL);
        });
        until(
                "the earlier reports",
                () -> window.person().sees("#prior-list") && list(window).isFocused());
        onFx(() -> {
            window.person().press(KeyCode.TAB);
            assertTrue(list(window).isFocused(), "Tab leads nowhere behind the list");
            window.person().press(KeyCode.TAB, Modifier.SHIFT);
            assertTrue(list(window).isFocused(), "nor back");
        });
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 3);
        AtomicInteger shown = new AtomicInteger();
        onFx(() -> {
            window.look().desk().onPictureShownProperty().set(shown::incrementAndGet);
            window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().stream()
                            .filter(row -> row.uid().filter(NOW.uid()::equals).isPresent())
                            .findFirst()
                            .orElseThrow());
            window.person().press(KeyCode.ENTER);
        });
        until(
                "today's picture and report",
                () -> shown.get() > 0
                        && window.look().deskView().isDrawn()
                        && window.look()
                                .report()
                                .filter(report ->
                                        report.model().report().study().study().equals(NOW.uid()))
                                .isPresent()
                        && window.look().marks().isEditable());
    }

    private static boolean isUndated(RealWindow window) {
        return model(window).checks().stream().anyMatch(one -> one.checkId().equals("comparison.undated"));
    }

    private static ListView<?> list(RealWindow window) {
        return (ListView<?>) window.person().find("#prior-list").orElseThrow();
    }

    private static ReportEditorViewModel model(RealWindow window) {
        return window.look().report().orElseThrow().model();
    }

    private static void prepare(Path place) throws Exception {
        List<SyntheticStudy> department = List.of(NOW, PRIOR, STRANGER);
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> department), Progress.IGNORED)
                .close();
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            sign(session, PRIOR.uid(), "右肺上叶见结节。左肺下叶见结节。", "1. 右肺上叶结节，长径8 mm。\n2. 左肺下叶结节。");
            sign(session, STRANGER.uid(), "掌骨骨质完整。", "手部未见异常。");
        }
    }

    private static void sign(Session session, StudyUid uid, String findings, String impression) throws Exception {
        Study study = session.studies().study(uid).orElseThrow();
        OpenReport opened = session.reports().open(study, ReportLanguage.CHINESE, "");
        Report report = opened.report();
        report = ReportEdits.setText(report, SectionKind.TECHNIQUE, "平扫。").apply(report);
        report = ReportEdits.setText(report, SectionKind.FINDINGS, findings).apply(report);
        report = ReportEdits.setText(report, SectionKind.IMPRESSION, impression).apply(report);
        session.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray());
    }
}
