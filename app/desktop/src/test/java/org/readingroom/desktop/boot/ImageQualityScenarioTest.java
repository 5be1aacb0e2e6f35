package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.reporting.KnownQuality;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A radiologist rejects images and sends them back; a colleague finds them with the reason, new images come, they are
/// graded good with one key, and the report is signed.
@Tag("ui")
@Tag("slow")
class ImageQualityScenarioTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");
    private static final String WRITTEN = "左肺上叶见结节。";
    private static final String REMARK = "屏气不佳";

    @TempDir
    Path folder;

    private final HomeOptions options =
            QuickHome.options(InstantSource.system()).withDepartment(List::of);
    private final ScenarioPictures pictures = new ScenarioPictures("image-quality");

    // [utest->req~report.image-quality.strip~1]
    // [utest->req~report.image-quality.defects~1]
    // [utest->req~report.image-quality.stops~1]
    // [utest->req~report.image-quality.list~1]
    @Test
    void rejectedImagesGoBackAndTheReportGoesOnWithNewOnes() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        bring(place, 1);
        try (RealWindow window = window(place, Locale.SIMPLIFIED_CHINESE)) {
            reject(window);
        }
        try (RealWindow window = window(place, Locale.SIMPLIFIED_CHINESE)) {
            findByList(window);
        }
        bring(place, 2);
        try (RealWindow window = window(place, Locale.ENGLISH)) {
            gradeAndSign(window);
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            ImageQuality quality = session.reporting().imageQuality().ofStudy(STUDY);
            assertEquals(
                    List.of("GRADED D 1 [motion]", "RETURNED D 1 []", "GRADED A 2 []"),
                    quality.acts().stream()
                            .map(act -> act.kind() + " " + act.grade() + " "
                                    + act.images().count() + " "
                                    + act.defects().stream()
                                            .map(defect -> defect.id())
                                            .toList())
                            .toList());
            assertEquals("运动伪影 · " + REMARK, quality.acts().get(1).words());
            assertEquals(
                    List.of(Stage.PRIMARY),
                    session.course().course(STUDY).versions().stream()
                            .map(version -> version.act().stage())
                            .toList());
            assertTrue(session.audit().verify().isIntact());
        }
    }

    private void reject(RealWindow window) throws Exception {
        open(window, "radiologist");
        until("the question", () -> window.person().sees("#image-grade-D"));
        onFx(() -> {
            window.look().report().orElseThrow().view().focusText();
            Node text = window.scene().getFocusOwner();
            window.person().type(WRITTEN);
            assertEquals(text, window.scene().getFocusOwner(), "the strip took the focus");
        });
        until("that it warns", () -> checks(window).contains("image.ungraded"));
        pictures.keep(window, "01-asked-before-the-report");
        onFx(() -> window.person().press(KeyCode.DIGIT4, Modifier.CTRL));
        until(
                "the defects",
                () -> window.person().sees("#defect-motion") && window.person().sees("#defect-remark"));
        assertFalse(onFx(() -> window.person().sees("#defect-compression")), "a CT compresses nobody");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("that a defect is wanted", () -> window.person().reads("#defect-refusal", "缺陷"));
        onFx(() -> {
            window.person().press(KeyCode.DIGIT3);
            assertTrue(window.person()
                    .find("#defect-motion")
                    .map(CheckBox.class::cast)
                    .orElseThrow()
                    .isSelected());
            window.person().click("#defect-remark");
            window.person().type(REMARK);
        });
        pictures.keep(window, "02-what-is-wrong");
        onFx(() -> window.person().press(KeyCode.ENTER, Modifier.CTRL));
        until(
                "that they went back",
                () -> window.person().reads("#image-quality-standing", "已退回技师")
                        && model(window).modeProperty().get() == EditorMode.LOCKED);
        until("the stop among the checks", () -> checks(window).contains("image.rejected"));
        onFx(() -> {
            assertFalse(window.person().sees("#image-quality-return"), "they go back once");
            window.person().press(KeyCode.ENTER, Modifier.CTRL);
        });
        assertFalse(onFx(() -> window.person().sees("#report-sign-password")), "nobody signs over rejected images");
        onFx(() -> window.person().press(KeyCode.F10, Modifier.CTRL));
        until("why no temporary report either", () -> window.status().equals("只读 · 影像质量不合格，已停写"));
        StageHands.assertRefused(window, KeyCode.F11, "不是当前应签署的阶段");
        StageHands.assertRefused(window, KeyCode.F12, "影像质量不合格");
        assertTrue(
                onFx(() -> {
                    Node pane = window.look().report().orElseThrow().view();
                    Node said = window.person().find("#image-quality-standing").orElseThrow();
                    Node strip = said.getParent();
                    return pane.localToScene(pane.getLayoutBounds()).getMaxX()
                                    <= window.scene().getWidth()
                            && said.getLayoutBounds().getHeight()
                                    <= strip.getLayoutBounds().getHeight();
                }),
                "the words of the strip push the report out of the window, or run over it");
        assertEquals(WRITTEN, onFx(() -> model(window).report().text(SectionKind.FINDINGS)), "what was written stays");
        until("the draft", () -> window.look().report().orElseThrow().isSaved());
        pictures.keep(window, "03-sent-back");
    }

    private void findByList(RealWindow window) throws Exception {
        window.signIn("senior", "demo");
        until(
                "the list with its sign",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1
                        && window.person().find("#worklist").orElseThrow().lookupAll(".table-cell").stream()
                                .anyMatch(cell -> cell instanceof javafx.scene.control.Labeled said
                                        && "丁·已退回".equals(said.getText())));
        pictures.keep(window, "04-in-the-worklist");
        onFx(() -> window.person().press(KeyCode.Q, Modifier.CTRL, Modifier.SHIFT));
        until("the list of what is sent back", () -> returns(window).size() == 1);
        pictures.keep(window, "05-list-of-returns");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "why, and by whom",
                () -> window.person().reads("#image-quality-standing", REMARK)
                        && window.person().reads("#image-quality-standing", "Demo Radiologist")
                        && model(window).modeProperty().get() == EditorMode.LOCKED);
    }

    private void gradeAndSign(RealWindow window) throws Exception {
        open(window, "senior");
        until("that new images came", () -> window.person().reads("#image-quality-standing", "now: 2"));
        pictures.keep(window, "06-new-images");
        onFx(() -> window.person().press(KeyCode.DIGIT1, Modifier.CTRL));
        until(
                "that the report goes on",
                () -> window.person().reads("#image-quality-standing", "Images A")
                        && model(window).modeProperty().get() == EditorMode.EDITING);
        assertFalse(onFx(() -> checks(window).contains("image.rejected")));
        onFx(() -> {
            model(window).type(SectionKind.FINDINGS, WRITTEN);
            model(window).type(SectionKind.IMPRESSION, "左肺结节。");
            window.look().report().orElseThrow().view().focusText();
            window.person().press(KeyCode.ENTER, Modifier.CTRL);
        });
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
        onFx(() -> {
            window.person().click("#report-sign-password");
            window.person().type("demo");
            window.person().click("#report-sign-confirm");
        });
        until("the signature", () -> model(window).versions().size() == 1);
        pictures.keep(window, "07-signed");
    }

    private RealWindow window(Path place, Locale locale) throws Exception {
        return new RealWindow(new StartOptions(place, true, locale, null, null, options));
    }

    private static ReportEditorViewModel model(RealWindow window) {
        return window.look().report().orElseThrow().model();
    }

    private static List<String> checks(RealWindow window) {
        return model(window).checks().stream().map(check -> check.checkId()).toList();
    }

    private static List<KnownQuality> returns(RealWindow window) {
        return window.person()
                .find("#image-returns")
                .map(ListView.class::cast)
                .map(list -> ((ListView<?>) list)
                        .getItems().stream().map(KnownQuality.class::cast).toList())
                .orElse(List.of());
    }

    private static void open(RealWindow window, String who) throws Exception {
        window.signIn(who, "demo");
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
        until("the report", () -> window.look().report().isPresent());
    }

    /// Brings one more image of the study.
    private void bring(Path place, int number) throws Exception {
        Path file = Files.write(
                folder.resolve("image" + number), SmallDicom.of(1, number).bytes());
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("resident", "demo".toCharArray())) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
        }
    }
}
