package org.readingroom.desktop.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxEntry.State;
import org.readingroom.services.sync.OutboxStory;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.StepRunner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A reason that is being written belongs to one entry, and stays while the list is read anew.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class OutboxReasonTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final StepRunner runner = new StepRunner();
    private OutboxStoryModel model;
    private OutboxStoryView view;

    @Start
    void show(Stage stage) {
        model = new OutboxStoryModel(new Desk(), runner, fault -> {});
        view = new OutboxStoryView(model, new Words(Locale.ENGLISH));
        stage.setScene(new Scene(view, 400, 300));
        stage.show();
    }

    private static final class Desk implements OutboxDesk {
        @Override
        public OutboxStory story(UUID id) {
            OutboxEntry entry = new OutboxEntry(
                    id,
                    new StudyUid("2.25.1"),
                    "",
                    0,
                    "SR",
                    "application/dicom",
                    "pacs",
                    Instant.EPOCH,
                    State.DEAD,
                    1,
                    10);
            return new OutboxStory(entry, List.of(), Instant.EPOCH, null, Optional.empty(), Optional.empty());
        }

        @Override
        public boolean retry(UUID id) {
            return true;
        }

        @Override
        public boolean setAside(UUID id, String reason) {
            return true;
        }
    }

    @Test
    void itStaysWhileTheListIsReadAnewAndGoesWithItsEntry(FxRobot robot) {
        robot.interact(() -> {
            choose(ONE);
            reason().setText("told by ph");
            model.select(null);
            choose(ONE);
            assertEquals("told by ph", reason().getText());
            choose(TWO);
            assertEquals("", reason().getText());
        });
    }

    private void choose(UUID entry) {
        model.select(entry);
        runner.runAll();
    }

    private TextField reason() {
        return (TextField) view.lookup("#out-reason");
    }
}
