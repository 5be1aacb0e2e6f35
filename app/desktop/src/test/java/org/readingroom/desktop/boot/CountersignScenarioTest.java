package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.FurtherPeople;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.Role;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.phantom.CrChestPhantom;
import org.readingroom.viewer.task.Progress;

/// A senior writes a report and may neither review nor countersign it; a colleague countersigns it word for word, and
/// another senior reviews it.
@Tag("ui")
@Tag("slow")
class CountersignScenarioTest {
    private static final CrChestPhantom CHEST = CrChestPhantom.current();
    private static final String FOUND = "右肺下野见结节，边界清楚。";
    private static final String CONCLUDED = "右肺下野结节。";

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("countersign");

    // [utest->req~report.workflow.chosen~1]
    // [utest->req~report.workflow.second-reader~1]
    @Test
    void aSecondPhysicianStandsByTheWordsBeforeAThirdReviewsThem() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(() -> List.of(CHEST));
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED)) {
            FurtherPeople.add(home, "reviewer", "演示审核医师 (Demo Reviewer)", Role.SENIOR);
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            write(window);
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            reviewOwn(window);
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            countersign(window);
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.ENGLISH, null, null, options))) {
            review(window);
        }
        try (Home home = Home.openOrCreate(place, options);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            examine(session);
        }
    }

    private void write(RealWindow window) throws Exception {
        StageHands.list(window, "senior");
        StageHands.openSelected(window);
        StageHands.assertRefused(window, KeyCode.F11, "不是当前应签署的阶段");
        StageHands.type(window, SectionKind.FINDINGS, FOUND);
        StageHands.type(window, SectionKind.IMPRESSION, CONCLUDED);
        StageHands.ask(window, KeyCode.ENTER);
        StageHands.signOnSheet(window, pictures, "01-signed-by-its-author");
        until("the line", () -> window.person().reads("#stage-standing", "初诊报告已由"));
        assertFalse(onFx(() -> window.person().sees("#stage-report-countersign")), "not for its author");
        StageHands.assertRefused(window, KeyCode.F11, "会签医师不得为已签名者");
        pictures.keep(window, "02-the-author-does-not-countersign");
        assertFalse(onFx(() -> window.person().sees("#stage-report-go-on")), "there is no way on for them");
        StageHands.assertRefused(window, KeyCode.F12, "审核医师不得为初诊报告作者");
    }

    private void reviewOwn(RealWindow window) throws Exception {
        StageHands.list(window, "senior");
        StageHands.openSelected(window);
        until("the review", () -> window.person().reads("#report-stage", "审核报告"));
        onFx(() -> window.look().report().orElseThrow().view().focusText());
        StageHands.ask(window, KeyCode.ENTER);
        until("why not", () -> says(window, "审核医师不得为初诊报告作者"));
        assertTrue(onFx(() ->
                window.person().find("#report-sign-password").orElseThrow().isDisabled()));
        pictures.keep(window, "03-the-author-does-not-review");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until("the sheet is gone", () -> !window.person().sees("#report-sign-password"));
    }

    private void countersign(RealWindow window) throws Exception {
        StageHands.list(window, "radiologist");
        StageHands.openSelected(window);
        until("the offer", () -> window.person().sees("#stage-report-countersign"));
        pictures.keep(window, "04-offered-to-a-colleague");
        StageHands.ask(window, KeyCode.F11);
        until("which stage", () -> window.person().reads("#report-stage", "会签"));
        onFx(() -> {
            for (SectionKind kind : List.of(SectionKind.FINDINGS, SectionKind.IMPRESSION)) {
                TextArea area = window.look().report().orElseThrow().view().area(kind);
                assertFalse(area.isEditable(), "no word is changed by it");
            }
        });
        pictures.keep(window, "05-the-stage-that-is-signed");
        StageHands.signOnSheet(window, pictures, "06-countersigned");
        until(
                "who countersigned",
                () -> window.person().reads("#stage-standing", "会签")
                        && window.person().reads("#stage-standing", "演示医师 (Demo Radiologist)"));
        assertFalse(onFx(() -> window.person().sees("#stage-report-countersign")), "once is enough");
        StageHands.assertWhole(window);
        pictures.keep(window, "07-countersigned");
    }

    private void review(RealWindow window) throws Exception {
        StageHands.list(window, "reviewer");
        pictures.keep(window, "08-the-list-of-the-reviewer");
        StageHands.openSelected(window);
        until("who countersigned", () -> window.person().reads("#stage-standing", "Countersignature"));
        onFx(() -> window.look().report().orElseThrow().view().focusText());
        StageHands.ask(window, KeyCode.ENTER);
        pictures.keep(window, "09-review");
        StageHands.signOnSheet(window, pictures, "10-reviewed");
        until("the review", () -> window.person().reads("#stage-standing", "Review signed"));
        onFx(() -> window.person().press(KeyCode.F7, Modifier.CTRL));
        until("the course", () -> window.person().sees("#course-history"));
        pictures.keep(window, "11-course");
    }

    /// HL7 calls what only its author and others stand by `preliminary`, and `final` what was reviewed.
    private static void examine(Session session) throws Exception {
        List<SignedReport> versions = session.reports().versions(CHEST.uid());
        assertEquals(
                List.of(Stage.PRIMARY, Stage.COUNTERSIGNATURE, Stage.REVIEW),
                versions.stream().map(one -> one.act().stage()).toList());
        assertEquals(
                3,
                versions.stream()
                        .map(one -> one.act().author().userId())
                        .distinct()
                        .count());
        assertEquals(versions.getFirst().report(), versions.get(1).report(), "word for word");
        assertEquals(FOUND, versions.get(1).report().text(SectionKind.FINDINGS));
        assertTrue(session.reports().verify(CHEST.uid()).stream().allMatch(verdict -> verdict.isSound()));
        assertEquals(List.of("preliminary", "preliminary", "final"), SentReports.statuses(session));
        String printed = SentReports.words(
                session.reports().pdf(versions.getLast().report().id(), 3));
        for (String line :
                List.of("初诊报告 演示主任医师 (Demo Senior)", "会签 演示医师 (Demo Radiologist)", "审核报告 演示审核医师 (Demo Reviewer)")) {
            assertTrue(printed.contains(line), line + " in " + printed);
        }
        assertEquals(1, SentReports.documents(session).size());
    }

    private static boolean says(RealWindow window, String words) {
        return window.scene().getRoot().lookupAll(".report-check").stream()
                .flatMap(line -> line.lookupAll(".label").stream())
                .map(Node.class::cast)
                .anyMatch(label ->
                        label instanceof Labeled labeled && labeled.getText().contains(words));
    }
}
