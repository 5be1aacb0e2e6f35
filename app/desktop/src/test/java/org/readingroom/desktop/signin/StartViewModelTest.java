package org.readingroom.desktop.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

class StartViewModelTest {
    private final StepRunner runner = new StepRunner();
    private final List<String> opened = new ArrayList<>();
    private final WorkstationException locked = new WorkstationException("services.home.locked", "locked");
    private boolean isLocked = true;
    private final StartViewModel<String> model = new StartViewModel<>(
            (choice, progress) -> {
                progress.at(1, 4);
                if (isLocked) {
                    throw locked;
                }
                return choice.folder().toString();
            },
            runner,
            Runnable::run,
            opened::add);

    // [utest->req~shell.start~1]
    @Test
    void homeThatDoesNotOpenSaysWhyAndMayBeTriedAgain() {
        model.open(new HomeChoice(Path.of("somewhere"), false));
        assertEquals(StartViewModel.State.OPENING, model.stateProperty().get());
        runner.runAll();
        assertEquals(StartViewModel.State.FAILED, model.stateProperty().get());
        assertSame(locked, model.faultProperty().get());
        isLocked = false;
        model.again();
        runner.runAll();
        assertEquals(List.of("somewhere"), opened);
    }

    @Test
    void progressIsToldAsAFraction() {
        isLocked = false;
        model.open(new HomeChoice(Path.of("somewhere"), true));
        runner.runAll();
        assertEquals(0.25, model.fractionProperty().get());
    }
}
