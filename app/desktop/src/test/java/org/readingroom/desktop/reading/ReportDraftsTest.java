package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.StepRunner;

/// Who takes a report up again waits for the save that its editor left.
// [utest->req~report.draft.stale-refused~1]
class ReportDraftsTest {
    @TempDir
    Path folder;

    private final StepRunner runner = new StepRunner();
    private final List<Exception> faults = new ArrayList<>();

    @Test
    void aReportIsTakenUpAfterItsLastWordsAreStored() throws Exception {
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            Study study = study(session);
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            ReportDrafts drafts = new ReportDrafts(runner, new ReportBase(session.reports(), open.base()));
            List<String> order = new ArrayList<>();
            drafts.whenAnswered(() -> order.add("at once"));
            assertEquals(List.of("at once"), order, "nothing is under way");
            Report one = written(open.report(), "右肺结节。");
            Report two = written(open.report(), "右肺上叶结节。");
            // while the first is stored more was written: its answer begins the next
            drafts.save(
                    one,
                    at -> {
                        order.add("one");
                        drafts.save(two, later -> order.add("two"), faults::add);
                    },
                    faults::add);
            drafts.whenAnswered(() -> order.add("open"));
            assertTrue(runner.runNext());
            assertEquals(List.of("at once", "one"), order, "the last words are not stored yet");
            assertTrue(runner.runNext());
            assertEquals(List.of("at once", "one", "two", "open"), order);
            assertEquals(List.of(), faults);
            assertEquals(
                    two,
                    session.reports().open(study, ReportLanguage.CHINESE, "").report());
        }
    }

    /// Discarded in another window: what was known is there no more.
    @Test
    void afterARefusalTheReportIsTakenUpAsWellAndTheWordsAreNotTriedAgain() throws Exception {
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            Study study = study(session);
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            ReportDrafts drafts = new ReportDrafts(runner, new ReportBase(session.reports(), open.base()));
            drafts.save(written(open.report(), "右肺结节。"), at -> {}, faults::add);
            runner.runAll();
            OpenReport other = session.reports().open(study, ReportLanguage.CHINESE, "");
            assertTrue(session.reports().discardDraft(study.uid(), other.base(), "不用"));
            Report later = written(open.report(), "左肺结节。");
            List<String> order = new ArrayList<>();
            drafts.save(later, at -> order.add("saved"), faults::add);
            drafts.whenAnswered(() -> order.add("open"));
            runner.runAll();
            assertEquals(List.of("open"), order);
            assertEquals(1, faults.size());
            assertTrue(drafts.isKept(faults.getFirst()));
            assertFalse(drafts.isKept(new IllegalStateException("disk full")));
            OpenReport anew = session.reports().open(study, ReportLanguage.CHINESE, "");
            assertFalse(anew.isDraft(), "what was discarded does not come back");
            assertEquals(
                    List.of(later),
                    session.reporting().late().ofStudy(study.uid()).stream()
                            .map(late -> late.words())
                            .toList());
        }
    }

    /// The disk takes nothing, the words are in a file: a closed editor does not knock for ever.
    // [utest->req~report.draft.retries-end~1]
    @Test
    void aClosedEditorLeavesItsWordsToTheRescueAndTriesNothingOnceTheSessionEnds() throws Exception {
        try (Home home = home();
                Session session = QuickHome.signIn(home, "radiologist")) {
            Study study = study(session);
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
            ReportDrafts drafts = new ReportDrafts(runner, new ReportBase(session.reports(), open.base()));
            Report words = written(open.report(), "右肺结节。");
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/documents.db"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'full'); END");
            }
            drafts.save(words, at -> {}, faults::add);
            runner.runAll();
            Exception rescued = faults.getFirst();
            assertFalse(drafts.isKept(rescued), "an open editor tries again");
            drafts.leave();
            assertTrue(drafts.isKept(rescued));
            assertFalse(drafts.isKept(new IllegalStateException("no place took it")));
            drafts.end();
            drafts.save(words, at -> {}, faults::add);
            runner.runAll();
            assertEquals(1, faults.size());
            assertEquals(
                    words,
                    session.reports().open(study, ReportLanguage.CHINESE, "").report());
        }
    }

    private Home home() throws Exception {
        return Home.openOrCreateDemo(folder.resolve("home"), QuickHome.options(Clock.systemUTC()), Progress.IGNORED);
    }

    private Study study(Session session) throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        session.imports().importPaths(List.of(file), Progress.IGNORED);
        return session.studies().studies().getFirst();
    }

    private static Report written(Report report, String words) {
        return ReportEdits.setText(report, SectionKind.IMPRESSION, words).apply(report);
    }
}
