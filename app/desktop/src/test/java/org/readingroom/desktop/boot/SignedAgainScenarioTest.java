package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.readingroom.desktop.boot.ChangingHospital.CASE;
import static org.readingroom.desktop.boot.ChangingHospital.FIRST;
import static org.readingroom.desktop.boot.ChangingHospital.eventually;
import static org.readingroom.desktop.boot.ChangingHospital.prepare;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
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
import org.readingroom.report.ui.EditorMode;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Progress;

/// An addendum was withdrawn before it reached the hospital: on the desk it is a draft again, what is in force is the
/// review, and the addendum is signed once more.
@Tag("ui")
@Tag("slow")
class SignedAgainScenarioTest {
    private static final String ADDED = "对比既往片无变化。";

    @TempDir
    Path folder;

    // [utest->req~report.merge.signed-anew~1]
    // [utest->req~report.incoming.final~1]
    @Test
    void aWithdrawnAddendumIsADraftAgainAndIsSignedOnceMore() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        ScenarioPictures pictures = new ScenarioPictures("signed-again");
        Path place = folder.resolve("home");
        try (FhirDouble ris = new FhirDouble()) {
            HomeOptions options = QuickHome.options(InstantSource.system())
                    .withDepartment(() -> List.of(CASE))
                    .withClients(runner -> new ChangingHospital.Doubles(ris));
            prepare(ris, place, options, true);
            withdraw(place, options);
            StartOptions start = new StartOptions(place, true, Locale.CHINESE, null, null, options);
            try (RealWindow window = new RealWindow(start)) {
                StageHands.open(window, "senior");
                until("that it is a draft", () -> window.person().reads("#report-stage", "补充报告 · 草稿"));
                assertEquals(
                        EditorMode.ADDENDUM,
                        onFx(() ->
                                StageHands.report(window).model().modeProperty().get()));
                pictures.keep(window, "01-a-draft-again");
                onFx(() -> window.person().press(KeyCode.F9));
                until("the document", () -> window.person().sees("#document-pages"));
                pictures.keep(window, "02-in-force");
                assertFalse(onFx(() -> window.person().sees("#document-replaced")), "not the one in force");
                onFx(() -> window.person().press(KeyCode.ESCAPE));
                until("the report", () -> !window.person().sees("#document-pages"));

                onFx(() -> window.person().press(KeyCode.ENTER, Modifier.CTRL));
                until("the sign sheet", () -> window.person().sees("#report-sign-password"));
                onFx(() -> {
                    window.person().click("#report-sign-reason");
                    window.person().type("临床要求");
                    window.person().click("#report-sign-password");
                    window.person().type("demo");
                    window.person().click("#report-sign-confirm");
                });
                until("its document", () -> window.person().sees("#document-pages"));
                onFx(() -> window.person().press(KeyCode.ESCAPE));
                until(
                        "that it is signed",
                        () -> window.person().reads("#report-stage", "补充报告已签名")
                                && window.person().reads("#report-stage", "第 4 版"));
                pictures.keep(window, "03-signed-again");
            }
            try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                    Session session = home.signIn("senior", "demo".toCharArray())) {
                assertEquals(
                        List.of("1 PRIMARY", "2 REVIEW", "4 ADDENDUM"),
                        session.reports().holding(CASE.uid()).stream()
                                .map(one ->
                                        one.act().version() + " " + one.act().stage())
                                .toList());
                Report last = session.reports().holding(CASE.uid()).getLast().report();
                assertEquals(ADDED, last.text(SectionKind.ADDENDUM));
                assertEquals(FIRST, last.text(SectionKind.IMPRESSION));
            }
        }
    }

    /// Signed against a change of the hospital, which a person then has seen.
    private static void withdraw(Path place, HomeOptions options) throws Exception {
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            Study study = session.studies().study(CASE.uid()).orElseThrow();
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report added = ReportEdits.setText(open.report(), SectionKind.ADDENDUM, ADDED)
                    .apply(open.report());
            session.reports().sign(added, open.baseVersion(), Stage.ADDENDUM, "临床要求", "demo".toCharArray());
            eventually(
                    "that it is held up",
                    () -> session.outbox().entries().stream()
                            .anyMatch(entry ->
                                    entry.isReport() && entry.reportVersion() == 3 && entry.state() == State.CONFLICT));
            IncomingChange change = session.hospital().incoming().changes().getFirst();
            session.hospital().incoming().accept(change);
            assertEquals(2, session.reports().holding(CASE.uid()).size(), "it was not withdrawn");
        }
    }
}
