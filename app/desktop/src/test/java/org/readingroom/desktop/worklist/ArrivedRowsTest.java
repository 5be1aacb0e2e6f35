package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.testing.StepRunner;

/// When the list is read anew for what arrives.
// [utest->req~worklist.arrived~1]
class ArrivedRowsTest {
    private static final WorklistRow ORDERED = OrderRows.waiting("1").row();
    private static final StudyUid STUDY = ORDERED.uid().orElseThrow();

    private final StepRunner runner = new StepRunner();
    private final Fetcher fetcher = new Fetcher();
    private final WorklistViewModel model = new WorklistViewModel(new Source(), Rows::sight, runner, fault -> {
        throw new AssertionError(fault);
    });
    private final ArrivedRows arrived = new ArrivedRows(fetcher, uid -> study(), model, runner);
    private int images;
    private boolean isAllHere;
    private int readings;

    @BeforeEach
    void read() {
        model.refresh();
        runner.runAll();
        readings = 0;
    }

    @Test
    void theFirstImagesAndTheLastAreShownAtOnceAndWhatGrowsBetweenNowAndThen() {
        arrive(1, false);
        look();
        assertEquals(List.of(1, 1), List.of(readings, shownImages()));
        for (int second = 2; second <= 9; second++) {
            arrive(second, false);
            look();
        }
        assertEquals(List.of(1, 1), List.of(readings, shownImages()), "not for each file");
        look();
        look();
        assertEquals(List.of(2, 9), List.of(readings, shownImages()), "though none came in the last second");
        arrive(12, true);
        look();
        assertEquals(List.of(3, 12), List.of(readings, shownImages()));
    }

    @Test
    void aRowThatSaysWhatIsHereIsNotReadAgain() {
        arrive(12, true);
        look();
        for (int second = 0; second < 30; second++) {
            fetcher.tell();
            look();
        }
        assertEquals(1, readings);
    }

    @Test
    void whatWentOffTheDiskIsNoLongerCounted() {
        arrive(12, true);
        look();
        arrive(0, false);
        look();
        assertEquals(List.of(2, 0), List.of(readings, shownImages()));
    }

    @Test
    void aReadingUnderWayIsNotBegunAnewAndWhatCameMeanwhileIsNotForgotten() {
        model.refresh();
        arrive(1, false);
        arrived.look();
        assertEquals(0, readings);
        runner.runAll();
        look();
        assertEquals(1, shownImages());
    }

    private void arrive(int number, boolean isLast) {
        images = number;
        isAllHere = isLast;
        fetcher.tell();
    }

    private void look() {
        arrived.look();
        runner.runAll();
    }

    private int shownImages() {
        WorklistItem item = model.items().getFirst().item();
        return item == null ? 0 : item.study().instanceCount();
    }

    private Optional<Study> study() {
        return images == 0
                ? Optional.empty()
                : Optional.of(new Study(
                        STUDY,
                        ORDERED.patient(),
                        "ACC1",
                        null,
                        "Chest CT",
                        new TreeSet<>(List.of("CT")),
                        "",
                        1,
                        images));
    }

    /// The order, with the study as far as it is here.
    private final class Source implements WorklistSource {
        @Override
        public List<WorklistRow> rows() {
            readings++;
            WorklistItem item = study().map(study ->
                            new WorklistItem(study, ReadingState.NEW, ReadingPriority.ROUTINE, "", "", null, "", ""))
                    .orElse(null);
            return List.of(new WorklistRow(item, Objects.requireNonNull(ORDERED.order()), "", "", 0, ""));
        }

        @Override
        public List<Series> series(StudyUid study) {
            return List.of();
        }
    }

    private final class Fetcher implements StudyFetcher {
        private final List<Consumer<StudyUid>> listeners = new ArrayList<>();

        void tell() {
            listeners.forEach(listener -> listener.accept(STUDY));
        }

        @Override
        public Readiness readiness(StudyUid study) {
            return new Readiness(images, 12, false, isAllHere);
        }

        @Override
        public void want(StudyUid study, Priority priority) {}

        @Override
        public void giveUp(StudyUid study) {}

        @Override
        public Listening onChange(Consumer<StudyUid> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }
}
