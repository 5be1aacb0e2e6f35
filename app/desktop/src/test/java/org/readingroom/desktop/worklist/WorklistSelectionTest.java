package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.StepRunner;

class WorklistSelectionTest {
    private final StepRunner runner = new StepRunner();
    private final List<WorklistRow> rows = new ArrayList<>(Rows.ALL);
    private final List<Exception> told = new ArrayList<>();
    private final WorklistViewModel model = new WorklistViewModel(
            new WorklistSource() {
                @Override
                public List<WorklistRow> rows() {
                    return List.copyOf(rows);
                }

                @Override
                public List<Series> series(StudyUid study) {
                    return List.of();
                }
            },
            Rows::sight,
            runner,
            told::add);

    // [utest->req~worklist.selection~1]
    @Test
    void aCaseThatGoesByItselfPutsNobodyElseInItsPlace() {
        refresh();
        model.selectedProperty().set(Rows.ALL.get(1));
        rows.remove(1);
        refresh();
        assertNull(model.selectedProperty().get());
        rows.add(Rows.ALL.get(1));
        refresh();
        assertNull(model.selectedProperty().get(), "nor later, before the person chooses");
        List<WorklistRow> opened = new ArrayList<>();
        model.whenSettled(() -> opened.add(model.selectedProperty().get()));
        assertNull(opened.getFirst());
    }

    // [utest->req~worklist.selection~1]
    @Test
    void whoAsksForOtherRowsHasTheFirstOfThemAlsoWhenTheListIsReadAtThatMoment() {
        refresh();
        model.filterProperty().set("ys");
        model.beat();
        runner.runAll();
        assertEquals(Rows.ALL.get(1), model.selectedProperty().get());
        rows.remove(1);
        refresh();
        assertNull(model.selectedProperty().get());
        model.filterProperty().set("");
        runner.runAll();
        assertEquals(Rows.ALL.get(0), model.selectedProperty().get());
    }

    @Test
    void theFirstOfAListThatWasEmptyIsSelected() {
        rows.clear();
        refresh();
        rows.add(Rows.ALL.get(2));
        refresh();
        assertEquals(Rows.ALL.get(2), model.selectedProperty().get());
    }

    @Test
    void whatWaitsForRowsThatCannotBeLookedThroughIsNotDoneLater() {
        refresh();
        List<String> done = new ArrayList<>();
        model.orderProperty().set(sight -> (one, other) -> {
            throw new IllegalStateException("as the test wants");
        });
        model.whenSettled(() -> done.add("opened"));
        runner.runAll();
        assertEquals(1, told.size());
        model.orderProperty().set(null);
        runner.runAll();
        assertEquals(List.of(), done, "Enter of long ago");
    }

    private void refresh() {
        model.refresh();
        runner.runAll();
    }
}
