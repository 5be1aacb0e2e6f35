package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.store.ExpectedSeries;
import org.readingroom.services.store.ExpectedStudy;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.SyntheticInstance;
import org.readingroom.viewer.task.Progress;

/// A study of today was fetched while it may still have been sent, and is opened when the archive is away.
@Tag("ui")
@Tag("slow")
class DoubtfulStudyScenarioTest {
    private static final int SLICES = 8;

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("doubtful-study");

    // [utest->req~fetch.settled~1]
    @Test
    void whatWasListedOnceIsShownAsPerhapsIncomplete() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        prepare(place);
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            window.openOnlyStudy();
            until("the warning in the view", () -> says(window, "Perhaps incomplete study"));
            pictures.keep(window, "01-opened");
        }
    }

    private static boolean says(RealWindow window, String words) {
        return window.look().deskView().activeNode().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .anyMatch(text -> text.contains(words));
    }

    /// Fetched ten minutes ago, as the home sees it, and not asked for since.
    private static void prepare(Path place) throws Exception {
        InstantSource earlier = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(-10));
        HomeOptions empty = HomeOptions.defaults().withDepartment(List::of).withClock(earlier);
        MadeStudy today = new MadeStudy(
                "doubtful",
                "DOUBTFUL-1",
                List.of(new MadeStudy.Part(
                        new CtChestPhantom(64, SLICES, 5, 8, 0), "Lung", DoubtfulStudyScenarioTest::ofToday)));
        try (Home home = Home.openOrCreateDemo(place, empty, Progress.IGNORED);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            List<byte[]> files = new ArrayList<>();
            for (int i = 0; i < today.size(); i++) {
                files.add(today.instance(i).toBytes());
            }
            assertEquals(
                    SLICES,
                    session.imports()
                            .importInstances(files.iterator(), files.size(), Progress.IGNORED)
                            .imported());
            List<ExpectedSeries> lists = new ArrayList<>();
            for (Series series : session.studies().series(today.uid())) {
                lists.add(new ExpectedSeries(
                        series,
                        true,
                        session.studies().instances(series.uid()).stream()
                                .map(one -> new ArchiveInstance(one.uid(), series.uid(), today.uid(), "", 0, 1))
                                .toList()));
            }
            ExpectedStudy all = new ExpectedStudy(today.uid(), today.patientId(), lists);
            session.fetchStore().expected().save(all, SLICES, true);
            session.fetchStore().expected().listed(all);
        }
    }

    private static SyntheticInstance ofToday(SyntheticInstance made) {
        LocalDateTime taken = LocalDateTime.now(ZoneId.systemDefault()).minusHours(1);
        return new SyntheticInstance(
                DataSetBuilder.create("ISO_IR 192")
                        .addAll(made.dataSet())
                        .text(
                                org.readingroom.viewer.dicom.Tag.STUDY_DATE,
                                Vr.DA,
                                taken.format(DateTimeFormatter.ofPattern("yyyyMMdd")))
                        .text(
                                org.readingroom.viewer.dicom.Tag.STUDY_TIME,
                                Vr.TM,
                                taken.format(DateTimeFormatter.ofPattern("HHmmss")))
                        .build(),
                made.pixels());
    }
}
