package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.Arriving;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.ui.MissingImages;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.Listening;
import org.readingroom.services.store.ExpectedSeries;
import org.readingroom.services.store.ExpectedStudy;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// A study on the desk while its files come and go in a real home; only the archive is made up.
class StudyGrowthTest {
    private static final int SLICES = 5;
    private static final CtChestPhantom CHEST = new CtChestPhantom(16, SLICES, 20, 20, 0);

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final LaneRunner runner = new LaneRunner(fx::add);
    private final Words words = new Words(Locale.ENGLISH);
    private final StatusViewModel status = new StatusViewModel();
    private final ReadingDeskModel desk = new ReadingDeskModel(runner);
    private final Fetcher fetcher = new Fetcher();
    private Home home;
    private Session session;
    private Study study;
    private StudyGrowth growth;

    @BeforeEach
    void open() throws Exception {
        home = Home.openOrCreateDemo(
                folder, HomeOptions.defaults().withDepartment(() -> List.of(CHEST)), Progress.IGNORED);
        session = home.signIn("radiologist", "demo".toCharArray());
        study = session.studies().study(CHEST.uid()).orElseThrow();
        growth = new StudyGrowth(session.fetchStore(), fetcher, desk, runner);
    }

    @AfterEach
    void close() {
        growth.close();
        runner.close();
        session.close();
        home.close();
    }

    // [utest->req~desk.growing-set~1]
    @Test
    void anImageThatCannotBeReadIsSaidCountsAsMissingAndIsTriedAgain() throws Exception {
        expected();
        Path file = anImage();
        Path away = file.resolveSibling("away");
        ReadingViewModel model = model((uid, ready) -> {
            int unread = new StudyLoader(session.studies(), runner).load(uid, ready);
            move(file, away);
            return unread;
        });
        model.open(study);
        until(() -> desk.sets().size() == 1 && arriving() != null);
        assertEquals(new Arriving(SLICES - 1, SLICES, SLICES - 1, SLICES), arriving());
        assertEquals(
                words.get("desktop.reading.unread", 1), status.messageProperty().get());
        assertEquals(Optional.of(new MissingImages(SLICES - 1, SLICES)), growth.missing(study.uid()));

        Files.move(away, file);
        fetcher.tell(study.uid());
        until(() -> arriving() == null);
        assertEquals(SLICES, desk.sets().getFirst().displaySet().frames().size());
        assertEquals(Optional.empty(), growth.missing(study.uid()));
    }

    @Test
    void aStudyPutAwayBeforeItWasLoadedIsLetGoAfterItWasWanted() {
        ReadingViewModel model = model((uid, ready) -> 0);
        model.open(study);
        model.close();
        assertEquals(List.of("want", "letGo"), fetcher.asked);
    }

    @Test
    void aStudyThatFailedToLoadIsLetGoWithIt() throws Exception {
        ReadingViewModel model = model((uid, ready) -> {
            throw new WorkstationException("services.store.file-missing", "on purpose");
        });
        model.open(study);
        until(() -> !status.messageProperty().get().isEmpty());
        model.close();
        assertEquals(List.of("want", "letGo"), fetcher.asked);
    }

    private ReadingViewModel model(ReadingViewModel.Loader loader) {
        ReadingViewModel model = new ReadingViewModel(loader, session.frames(), desk, runner, status, words);
        model.growBy(growth);
        return model;
    }

    /// The archive lists what the home holds.
    private void expected() throws WorkstationException {
        List<ExpectedSeries> lists = new ArrayList<>();
        for (Series series : session.studies().series(study.uid())) {
            lists.add(new ExpectedSeries(
                    series,
                    true,
                    session.studies().instances(series.uid()).stream()
                            .map(one -> new ArchiveInstance(one.uid(), series.uid(), study.uid(), "", 0, 1))
                            .toList()));
        }
        session.fetchStore().expected().save(new ExpectedStudy(study.uid(), "", lists), SLICES, true);
    }

    private Path anImage() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".rr"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void move(Path from, Path to) {
        assertTrue(from.toFile().renameTo(to.toFile()), from::toString);
    }

    private @Nullable Arriving arriving() {
        return desk.sets().getFirst().arrivingProperty().get();
    }

    private void until(BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> status.messageProperty().get());
            Runnable next = fx.poll(20, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    private static final class Fetcher implements StudyFetcher {
        private final List<String> asked = new ArrayList<>();
        private final List<Consumer<StudyUid>> listeners = new ArrayList<>();

        void tell(StudyUid study) {
            listeners.forEach(listener -> listener.accept(study));
        }

        @Override
        public Readiness readiness(StudyUid study) {
            return new Readiness(SLICES, SLICES, true);
        }

        @Override
        public void want(StudyUid study, Priority priority) {
            asked.add("want");
        }

        @Override
        public void letGo(StudyUid study) {
            asked.add("letGo");
        }

        @Override
        public void giveUp(StudyUid study) {
            asked.add("giveUp");
        }

        @Override
        public Listening onChange(Consumer<StudyUid> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
