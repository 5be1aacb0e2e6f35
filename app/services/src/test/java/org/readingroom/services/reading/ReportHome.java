package org.readingroom.services.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// A home with one study, for tests that write and sign its report. Its PDFs are four letters.
abstract class ReportHome {
    static final byte[] PDF = {'%', 'P', 'D', 'F'};

    @TempDir
    Path folder;

    final QuickHome.Clock clock = new QuickHome.Clock();
    Home home;
    Study study;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder.resolve("home"), QuickHome.options(clock).withRenderer(versions -> PDF), Progress.IGNORED);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = session("radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
    }

    @AfterEach
    void close() {
        home.close();
    }

    SignedReport signAs(String name, Stage stage, String impression) throws WorkstationException {
        clock.advance(Duration.ofMinutes(5));
        try (Session session = session(name)) {
            OpenReport open = take(session);
            Report report = Reports.written(open.report(), impression);
            session.reports().saveDraft(report, open.baseVersion());
            return session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }

    ReadingState state(Session session) throws WorkstationException {
        return session.worklist().items().stream()
                .filter(item -> item.study().uid().equals(study.uid()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    OpenReport take(Session session) throws WorkstationException {
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    Session session(String name) throws WorkstationException {
        return QuickHome.signIn(home, name);
    }
}
