package org.readingroom.desktop.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.fx.RacingRunner;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityWish;
import org.readingroom.report.quality.JudgedImages;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reporting.ImageQualities;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

class ImageQualityDeskTest {
    @TempDir
    Path folder;

    /// Graded anew while the desk still read the first grade.
    // [utest->req~shell.newest-answer~1]
    @Test
    void anOldAnswerDoesNotStopAReportThatWasGradedAnew() throws Exception {
        try (Home home = QuickHome.demo(folder.resolve("home"), new QuickHome.Clock());
                Session session = QuickHome.signIn(home, "radiologist")) {
            Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            Study study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
            ImageQualities qualities = session.reporting().imageQuality();
            List<Runnable> ends = new ArrayList<>();
            List<ImageGrade> told = new ArrayList<>();
            ImageQualityDesk desk =
                    new ImageQualityDesk(qualities, session.studies()::study, new RacingRunner(ends), fault -> {});
            qualities.act(JudgedImages.of(study), ImageQualityWish.grade(ImageGrade.D, List.of("motion"), ""));
            desk.look(study.uid(), known -> told.add(grade(known)));
            desk.refresh();
            qualities.act(JudgedImages.of(study), ImageQualityWish.grade(ImageGrade.A, List.of(), ""));
            desk.look(study.uid(), known -> told.add(grade(known)));
            desk.refresh();
            ends.reversed().forEach(Runnable::run);
            assertEquals(List.of(ImageGrade.A), told);
            assertEquals(List.of(), desk.stoppedProperty().get());
        }
    }

    private static ImageGrade grade(KnownQuality known) {
        return known.quality().grading().orElseThrow().grade();
    }
}
