package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ListGazeTest {
    private final Region list = new Region();
    private final Region main = new Region();
    private final SheetLayer sheets = new SheetLayer(new Words(Locale.ENGLISH));
    private final StackPane root = new StackPane(list, main, sheets);
    private final ListGaze gaze = new ListGaze(list, main, sheets);

    @Start
    void show(Stage stage) {
        Theme.install();
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    // [utest->req~worklist.open-late~1]
    @Test
    void theListIsLookedAtWhileNothingIsInFrontOfIt(FxRobot robot) throws Exception {
        assertTrue(isOnList(true));
        assertFalse(isOnList(false), "another place of the same window");
        robot.interact(() -> sheets.show("desktop.identity.title", new Label("sheet"), 300, 200));
        assertFalse(isOnList(true), "behind a sheet");
        robot.interact(sheets::close);
        assertTrue(isOnList(true));
        robot.interact(() -> root.getChildren().clear());
        assertFalse(isOnList(true), "covered");
    }

    private boolean isOnList(boolean isPlace) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> gaze.isOnList(isPlace)).get();
    }
}
