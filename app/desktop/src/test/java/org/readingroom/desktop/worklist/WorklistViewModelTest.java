package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.viewer.testing.StepRunner;

class WorklistViewModelTest {
    private final StepRunner runner = new StepRunner();
    private final List<Exception> told = new ArrayList<>();
    private final WorklistViewModel model = new WorklistViewModel(new Rows(), Rows.READER, runner, told::add);

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
                List.of(3, 2, 1, 1, 0, 1, 2),
                List.of(Chip.values()).stream().map(model::count).toList());
        model.chipProperty().set(Chip.MINE);
        assertEquals(
                List.of("2.25.2", "2.25.3"),
                model.shown().stream().map(WorklistViewModelTest::uid).toList());
    }

    // [utest->req~shell.worklist~1]
    @Test
    void initialsNarrowAsTheyAreTyped() {
        model.filterProperty().set("cs");
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

    private static String uid(WorklistItem item) {
        assertNotNull(item);
        return item.study().uid().value();
    }
}
