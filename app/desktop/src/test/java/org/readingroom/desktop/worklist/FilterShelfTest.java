package org.readingroom.desktop.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.reading.SavedFilter;
import org.readingroom.viewer.testing.StepRunner;

class FilterShelfTest {
    private final List<SavedFilter> disk = new ArrayList<>(List.of(new SavedFilter("old", "mr", "of-another-version")));
    private final StepRunner runner = new StepRunner();
    private final WorklistViewModel list = new WorklistViewModel(new Rows(), Rows::sight, runner, e -> {});
    private final FilterShelf shelf = new FilterShelf(
            new FilterShelf.Store() {
                @Override
                public List<SavedFilter> all() {
                    return List.copyOf(disk);
                }

                @Override
                public void keep(List<SavedFilter> filters) {
                    disk.clear();
                    disk.addAll(filters);
                }
            },
            list,
            runner,
            e -> {});

    @BeforeEach
    void read() {
        runner.runAll();
    }

    // [utest->req~worklist.saved-filters~1]
    @Test
    void whatTheListShowsIsKeptTakenUpAndForgotten() {
        list.filterProperty().set("head");
        list.chipProperty().set(Chip.DRAFTS);
        assertTrue(shelf.keep("  drafts of the head "));
        runner.runAll();
        assertEquals(new SavedFilter("drafts of the head", "head", "drafts"), disk.getLast());
        list.filterProperty().set("");
        list.chipProperty().set(Chip.ALL);
        assertEquals(Optional.empty(), shelf.on());
        shelf.take(disk.getLast());
        assertEquals("head", list.filterProperty().get());
        assertEquals(Chip.DRAFTS, list.chipProperty().get());
        shelf.take(disk.getLast());
        assertEquals("", list.filterProperty().get(), "the second click shows everything again");
        shelf.forget(disk.getLast());
        runner.runAll();
        assertEquals(1, disk.size());
    }

    @Test
    void theSameNameIsAnotherViewFromNowOn() {
        list.filterProperty().set("ct");
        shelf.keep("old");
        runner.runAll();
        assertEquals(List.of(new SavedFilter("old", "ct", "all")), disk);
    }

    @Test
    void aNameIsNeededAndRoomIsLimited() {
        assertFalse(shelf.keep("   "));
        assertFalse(shelf.keep("x".repeat(41)));
        for (int i = 0; i < 11; i++) {
            assertTrue(shelf.keep("n" + i));
        }
        assertFalse(shelf.keep("one too many"));
    }

    @Test
    void aChipOfAnotherVersionShowsEverything() {
        list.chipProperty().set(Chip.SIGNED);
        shelf.take(disk.getFirst());
        assertEquals("mr", list.filterProperty().get());
        assertEquals(Chip.ALL, list.chipProperty().get());
    }
}
