package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class ReportAtRestTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"),
                QuickHome.options(new QuickHome.Clock()).withRenderer(versions -> new byte[] {'%'}),
                Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
        }
    }

    @AfterEach
    void close() {
        home.close();
    }

    private OpenReport take(Session session) throws WorkstationException {
        Study study = session.studies().study(STUDY).orElseThrow();
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private void sign(String name, Stage stage) throws WorkstationException {
        try (Session session = QuickHome.signIn(home, name)) {
            OpenReport open = take(session);
            Report report = Reports.written(open.report(), "右肺结节。");
            session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }

    private boolean isAtRest(String name) throws WorkstationException {
        try (Session session = QuickHome.signIn(home, name)) {
            boolean asked = session.reports().isAtRest(STUDY);
            assertEquals(take(session).isAtRest(), asked, "as the report says once it is open");
            return asked;
        }
    }

    @Test
    void aReportRestsForWhomItIsNotTheTurnAndOnceItIsReviewed() throws Exception {
        assertFalse(isAtRest("radiologist"), "nobody signed");
        sign("radiologist", Stage.PRIMARY);
        assertTrue(isAtRest("resident"));
        assertFalse(isAtRest("senior"), "who reviews it may still measure");
        sign("senior", Stage.REVIEW);
        assertTrue(isAtRest("senior"));
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            assertTrue(session.reports().isAtRest(STUDY));
            OpenReport open = take(session);
            Report added = open.report().with(Reports.section(SectionKind.ADDENDUM, "与旧片对比无变化。"));
            session.reports().saveDraft(added, open.baseVersion());
        }
        assertFalse(isAtRest("radiologist"), "an addendum was begun");
    }
}
