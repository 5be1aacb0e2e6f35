package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.testing.StepRunner;

class WorklistViewModelTest {
    private final StepRunner runner = new StepRunner();
    private final List<Exception> told = new ArrayList<>();
    private final WorklistViewModel model = new WorklistViewModel(new Rows(), Rows::sight, runner, told::add);

    @BeforeEach
    void read() {
        model.refresh();
        assertFalse(model.loadedProperty().get());
        runner.runAll();
        assertTrue(told.isEmpty());
    }

    @Test
    void firstRowIsSelectedWithItsSeries() {
        assertEquals("2.25.1", uid(model.selectedProperty().get()));
        assertEquals(2, model.seriesProperty().get().size());
    }

    // [utest->req~shell.worklist~1]
    @Test
    void chipsNarrowAndCount() {
        assertEquals(
                // none of these has an open critical value or a temporary report
                List.of(3, 2, 0, 0, 0, 1, 1, 0, 1, 2, 0),
                List.of(Chip.values()).stream().map(model::count).toList());
        model.chipProperty().set(Chip.MINE);
        runner.runAll();
        assertEquals(
                List.of("2.25.2", "2.25.3"),
                model.shown().stream().map(WorklistViewModelTest::uid).toList());
    }

    // [utest->req~shell.worklist~1]
    @Test
    void initialsNarrowAsTheyAreTyped() {
        model.filterProperty().set("cs");
        runner.runAll();
        assertEquals(
                List.of("2.25.1"),
                model.shown().stream().map(WorklistViewModelTest::uid).toList());
    }

    @Test
    void selectedStudyStaysSelectedWhenTheListIsReadAnew() {
        model.selectedProperty().set(Rows.ALL.get(2));
        model.refresh();
        runner.runAll();
        assertEquals("2.25.3", uid(model.selectedProperty().get()));
    }

    @Test
    void seriesOfALeftRowDoNotShowUnderTheNextOne() {
        model.selectedProperty().set(Rows.ALL.get(1));
        model.selectedProperty().set(Rows.ALL.get(2));
        runner.runNext();
        assertTrue(model.seriesProperty().get().isEmpty());
        runner.runAll();
        assertEquals("2.25.3.1", model.seriesProperty().get().getFirst().uid().value());
    }

    private static String uid(WorklistRow item) {
        assertNotNull(item);
        return item.uid().orElseThrow().value();
    }

    /// Two readings may end in any order, as after an import and a signature at once.
    @Test
    void anOlderReadingThatEndsLaterIsDropped() {
        List<Runnable> ends = new ArrayList<>();
        List<WorklistRow> now = new ArrayList<>(Rows.ALL.subList(0, 1));
        WorklistSource source = new WorklistSource() {
            @Override
            public List<WorklistRow> rows() {
                return List.copyOf(now);
            }

            @Override
            public List<org.readingroom.viewer.model.Series> series(org.readingroom.viewer.model.StudyUid study) {
                return List.of();
            }
        };
        WorklistViewModel racing = new WorklistViewModel(source, Rows::sight, new Racing(ends), told::add);
        racing.refresh();
        now.add(Rows.ALL.get(1));
        racing.refresh();
        ends.get(1).run();
        ends.get(0).run();
        assertEquals(2, racing.items().size());
    }

    /// Reads at once and keeps what is to be done on FX, to be run in any order.
    private record Racing(List<Runnable> ends) implements TaskRunner {
        @Override
        public <T> Handle start(
                Lane lane, Priority priority, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            boolean[] givenUp = new boolean[1];
            try {
                T result = work.call();
                ends.add(() -> {
                    if (!givenUp[0]) {
                        done.accept(result);
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return () -> givenUp[0] = true;
        }

        @Override
        public Handle start(Lane lane, Priority priority, Runnable work) {
            throw new UnsupportedOperationException();
        }
    }
}
