package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
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

/// At night one radiologist signs a temporary report; it is overdue in the morning, when a colleague writes the formal
/// one, which a senior gives out.
@Tag("ui")
@Tag("slow")
class TemporaryReportScenarioTest {
    private static final CrChestPhantom CHEST = CrChestPhantom.current();
    private static final String FOUND = "左侧气胸，肺压缩约30%。";
    private static final String CONCLUDED = "左侧气胸。";
    private static final String ADDED = "建议复查。";
    private static final String TEMPORARY = "临时报告（演示医师 (Demo Radiologist)，第 1 版）";

    /// An hour more than the rule file lets a temporary report stand, which is 720 minutes.
    private static final Duration NIGHT = Duration.ofHours(13);

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("temporary");

    // [utest->req~report.workflow.temporary~1]
    // [utest->req~report.workflow.chosen~1]
    // [utest->req~worklist.temporary~1]
    @Test
    void aTemporaryReportStandsUntilTheFormalOneIsGivenOut() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions night = QuickHome.options(Clock.offset(Clock.systemUTC(), NIGHT.negated()))
                .withDepartment(() -> List.of(CHEST));
        HomeOptions day = QuickHome.options(InstantSource.system());
        try (Home home = Home.openOrCreateDemo(place, night, Progress.IGNORED)) {
            FurtherPeople.add(home, "colleague", "演示同事 (Demo Colleague)", Role.RADIOLOGIST);
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, night))) {
            signAtNight(window);
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, day))) {
            writeByDay(window);
        }
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.ENGLISH, null, null, day))) {
            giveOut(window);
        }
        try (Home home = Home.openOrCreate(place, day);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            examine(session);
        }
    }

    private void signAtNight(RealWindow window) throws Exception {
        StageHands.list(window, "radiologist");
        StageHands.openSelected(window);
        StageHands.type(window, SectionKind.FINDINGS, FOUND);
        StageHands.type(window, SectionKind.IMPRESSION, CONCLUDED);
        until("the offer", () -> window.person().sees("#stage-report-temporary"));
        onFx(() -> window.look().report().orElseThrow().model().held().hold(true));
        StageHands.assertRefused(window, KeyCode.F10, "病例由他人持有");
        onFx(() -> window.look().report().orElseThrow().model().held().hold(false));
        pictures.keep(window, "01-written-at-night");
        StageHands.ask(window, KeyCode.F10);
        until("which stage", () -> window.person().reads("#report-stage", "临时报告"));
        pictures.keep(window, "02-the-stage-that-is-signed");
        StageHands.signOnSheet(window, pictures, "03-temporary");
        until("that it stands", () -> window.person().reads("#stage-standing", TEMPORARY));
        assertFalse(onFx(() -> window.person().reads("#stage-standing", "逾期")), "twelve hours are left");
        until("the way on", () -> window.person().sees("#stage-report-go-on"));
        pictures.keep(window, "04-what-is-still-to-come");
        onFx(() -> window.person().press(KeyCode.F12, Modifier.CTRL));
        until("the formal report", () -> window.person().reads("#report-stage", "初诊报告"));
        onFx(() -> window.person().press(KeyCode.DIGIT1, Modifier.ALT));
        until(
                "the chip",
                () -> window.person().sees("#worklist") && window.person().sees("#chip-temporary"));
        assertFalse(onFx(() -> window.person().sees("#chip-overdue")), "nothing is overdue yet");
        pictures.keep(window, "05-in-the-list");
    }

    private void writeByDay(RealWindow window) throws Exception {
        StageHands.list(window, "colleague");
        until("that it is late", () -> window.person().sees("#chip-overdue"));
        onFx(() -> window.person().click("#chip-overdue"));
        until(
                "the overdue case",
                () -> window.look().worklist().shown().size() == 1
                        && window.look().worklist().selectedProperty().get() != null);
        pictures.keep(window, "06-overdue-in-the-morning");
        StageHands.openSelected(window);
        until("that it is late", () -> window.person().reads("#stage-standing", "正式报告已逾期"));
        StageHands.assertWhole(window);
        pictures.keep(window, "07-found-by-a-colleague");
        StageHands.type(window, SectionKind.IMPRESSION, ADDED);
        StageHands.ask(window, KeyCode.ENTER);
        StageHands.signOnSheet(window, pictures, "08-primary");
        until(
                "that the temporary one stands for all that",
                () -> window.person().reads("#stage-standing", "初诊报告已由")
                        && window.person().reads("#stage-standing", TEMPORARY)
                        && window.person().reads("#stage-standing", "逾期"));
        StageHands.assertWhole(window);
        pictures.keep(window, "09-not-given-out-yet");
    }

    private void giveOut(RealWindow window) throws Exception {
        StageHands.list(window, "senior");
        until("the chip", () -> window.person().sees("#chip-temporary"));
        pictures.keep(window, "10-primary-and-still-late");
        StageHands.openSelected(window);
        until("where it stands", () -> window.person().reads("#stage-standing", "is overdue"));
        until("the text", () -> window.person().sees("#report-impression"));
        onFx(() -> window.look().report().orElseThrow().view().focusText());
        StageHands.ask(window, KeyCode.ENTER);
        StageHands.signOnSheet(window, pictures, "11-formal");
        until(
                "that it is over",
                () -> window.person().reads("#stage-standing", "Review signed")
                        && !window.person().reads("#stage-standing", "temporary"));
        onFx(() -> window.person().press(KeyCode.F7, Modifier.CTRL));
        until("the course", () -> window.person().sees("#course-history"));
        pictures.keep(window, "12-course");
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until("the sheet is gone", () -> !window.person().sees("#course-history"));
        onFx(() -> window.person().press(KeyCode.DIGIT1, Modifier.ALT));
        until(
                "no temporary report",
                () -> window.person().sees("#worklist") && !window.person().sees("#chip-temporary"));
        pictures.keep(window, "13-none-left");
    }

    /// HL7 calls early results that were verified `preliminary`, and what an authorized person completed `final`.
    private static void examine(Session session) throws Exception {
        List<SignedReport> versions = session.reports().versions(CHEST.uid());
        assertEquals(
                List.of(Stage.TEMPORARY, Stage.PRIMARY, Stage.REVIEW),
                versions.stream().map(one -> one.act().stage()).toList());
        assertEquals(
                List.of(CONCLUDED, CONCLUDED + ADDED, CONCLUDED + ADDED),
                versions.stream()
                        .map(one -> one.report().text(SectionKind.IMPRESSION))
                        .toList(),
                "both are kept as they were signed");
        assertTrue(session.reports().verify(CHEST.uid()).stream().allMatch(verdict -> verdict.isSound()));
        assertEquals(List.of("preliminary", "preliminary", "final"), SentReports.statuses(session));
        String temporary = SentReports.words(
                session.reports().pdf(versions.getFirst().report().id(), 1));
        assertTrue(temporary.contains("临时报告：以随后签发的正式报告为准"), temporary);
        assertFalse(temporary.contains(ADDED), temporary);
        List<String> archived = SentReports.documents(session);
        assertEquals(1, archived.size(), "the archive, which keeps what it was given, gets the formal one alone");
        assertTrue(archived.getFirst().contains("替代第 1 版临时报告"), archived.getFirst());
        assertFalse(archived.getFirst().contains("以随后签发的正式报告为准"), archived.getFirst());
        assertTrue(archived.getFirst().contains(ADDED), archived.getFirst());
        assertNull(session.worklist().items().getFirst().formalDue());
    }
}
