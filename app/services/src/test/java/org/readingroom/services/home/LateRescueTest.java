package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.Stage;
import org.readingroom.services.reading.DraftBase;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Words that the database did not take, and that came too late once it took words again.
// [utest->req~report.draft.late-kept~1]
class LateRescueTest {
    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();

    @Test
    void wordsKeptBesideTheReportLieInNoFileOfRescueAnyMore() throws Exception {
        Path place = folder.resolve("home");
        try (Home home = Home.openOrCreateDemo(
                        place,
                        QuickHome.options(clock)
                                .withElsewhere(folder.resolve("elsewhere"))
                                .withRenderer(_ -> new byte[] {'%', 'P', 'D', 'F'}),
                        Progress.IGNORED);
                Session writer = QuickHome.signIn(home, "radiologist");
                Session other = QuickHome.signIn(home, "senior")) {
            Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
            writer.imports().importPaths(List.of(file), Progress.IGNORED);
            Study study = writer.studies().study(new StudyUid("2.25.1001")).orElseThrow();
            OpenReport open = writer.reports().open(study, ReportLanguage.CHINESE, "");
            DraftBase base = open.base();
            Report words = Reports.written(open.report(), "左肺结节。");
            Report more = Reports.written(open.report(), "左肺上叶结节。");
            sql(place, "CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'full'); END");
            WorkstationException told = assertThrows(
                    WorkstationException.class, () -> writer.reports().saveDraft(words, base));
            assertEquals("services.report.rescued", told.messageKey());
            Path kept = Path.of(told.messageArguments().getFirst().toString());
            assertTrue(Files.exists(kept));
            sql(place, "DROP TRIGGER full");
            OpenReport theirs = other.reports().open(study, ReportLanguage.CHINESE, "");
            other.reports()
                    .sign(
                            Reports.written(theirs.report(), "右肺结节。"),
                            theirs.base(),
                            Stage.PRIMARY,
                            "",
                            "",
                            "demo".toCharArray());
            assertEquals("services.report.late", refused(writer, more, base));
            assertTrue(Files.exists(kept), "other words than these are in the file");
            assertEquals("services.report.late", refused(writer, words, base));
            assertFalse(Files.exists(kept));
            assertEquals(
                    List.of(words),
                    writer.reporting().late().ofStudy(study.uid()).stream()
                            .map(late -> late.words())
                            .toList());
        }
    }

    private static String refused(Session session, Report words, DraftBase base) {
        return assertThrows(WorkstationException.class, () -> session.reports().saveDraft(words, base))
                .messageKey();
    }

    private static void sql(Path home, String text) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("documents.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
