package org.readingroom.desktop.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.StepRunner;

class ImportViewModelTest {
    private final StepRunner runner = new StepRunner();
    private final StatusViewModel status = new StatusViewModel();
    private final List<ImportSummary> finished = new ArrayList<>();
    private final List<Boolean> cancelled = new ArrayList<>();
    private boolean full;
    private final ImportViewModel model =
            new ImportViewModel(this::run, runner, Runnable::run, status, new Words(Locale.ENGLISH), finished::add);

    private ImportSummary run(List<Path> paths, Progress progress) throws WorkstationException {
        progress.at(1, 2);
        cancelled.add(progress.isCancelled());
        if (full) {
            throw new WorkstationException("services.disk.full", "disk full");
        }
        return new ImportSummary(
                1,
                0,
                List.of(new ImportSummary.Skipped("notes.txt", "viewer.file.not-dicom", List.of())),
                Set.of(),
                progress.isCancelled());
    }

    // [utest->req~shell.import~1]
    @Test
    void whatWasSkippedIsSaidInTheStatusLineAndHandedOn() {
        model.take(List.of(Path.of("folder")));
        assertFalse(status.workProperty().get().isEmpty());
        runner.runAll();
        assertTrue(status.workProperty().get().isEmpty());
        assertEquals(Tone.ATTENTION, status.toneProperty().get());
        assertTrue(
                status.messageProperty().get().contains("1 skipped"),
                status.messageProperty().get());
        assertEquals(1, finished.getFirst().skipped().size());
    }

    // [utest->req~shell.import~1]
    @Test
    void cancelReachesTheWork() {
        model.take(List.of(Path.of("folder")));
        Runnable cancel = status.cancelProperty().get();
        assertNotNull(cancel);
        cancel.run();
        runner.runAll();
        assertEquals(List.of(true), cancelled);
        assertTrue(status.messageProperty().get().startsWith("Import cancelled"));
    }

    @Test
    void fullDiskEndsTheImportWithItsWords() {
        full = true;
        model.take(List.of(Path.of("folder")));
        runner.runAll();
        assertEquals(Tone.CRITICAL, status.toneProperty().get());
        assertFalse(model.isRunning());
        assertTrue(finished.isEmpty());
    }

    @Test
    void secondImportWaitsForTheFirst() {
        model.take(List.of(Path.of("one")));
        model.take(List.of(Path.of("two")));
        runner.runAll();
        assertEquals(1, finished.size());
    }
}
