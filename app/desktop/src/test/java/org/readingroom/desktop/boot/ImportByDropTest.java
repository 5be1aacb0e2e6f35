package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.importing.ImportDoor;
import org.readingroom.desktop.importing.ImportSummaryView;
import org.readingroom.desktop.importing.ImportViewModel;
import org.readingroom.desktop.shell.ShellView;
import org.readingroom.desktop.shell.ShellViewModel;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.services.reading.ImportSummary.Skipped;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Files are dragged by the mouse onto the window, through the toolkit's own drag and drop; the import is cancelled
/// by its button; what was skipped is listed with its reason.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
// [utest->req~shell.import~1]
class ImportByDropTest {
    @TempDir
    static Path folder;

    private final BlockingQueue<List<Path>> asked = new ArrayBlockingQueue<>(4);
    private final LaneRunner lanes = new LaneRunner(new FxLane());
    private final ShellViewModel shell = new ShellViewModel();
    private final Words words = new Words(Locale.ENGLISH);
    private final SheetLayer sheets = new SheetLayer(words);
    private volatile boolean patient;

    @BeforeAll
    static void needsADisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display to drag on");
    }

    @Start
    void show(Stage stage) throws Exception {
        Theme.install();
        ImportViewModel model =
                new ImportViewModel(this::importPaths, lanes, new FxLane(), shell.status(), words, this::imported);
        ShellView view = new ShellView(shell, new CommandRegistry(), sheets, words);
        new ImportDoor(model, words, stage).acceptDrops(view);
        Label files = new Label("two files");
        files.setId("files");
        List<java.io.File> carried = List.of(
                Files.writeString(folder.resolve("片子 1.dcm"), "x").toFile(),
                Files.createDirectories(folder.resolve("folder")).toFile());
        files.setOnDragDetected(event -> {
            Dragboard board = files.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(carried);
            board.setContent(content);
            event.consume();
        });
        BorderPane desktop = new BorderPane(view);
        desktop.setTop(files);
        Scene scene = new Scene(desktop, 900, 600);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void stop() {
        lanes.close();
    }

    /// Takes one file and, when it is patient, works on until it is told to stop.
    private ImportSummary importPaths(List<Path> paths, Progress progress) {
        asked.add(paths);
        progress.at(1, 100);
        while (patient && !progress.isCancelled()) {
            Thread.onSpinWait();
        }
        return new ImportSummary(
                1,
                0,
                List.of(
                        new Skipped("notes.txt", "viewer.file.not-dicom", List.of()),
                        new Skipped("big.dcm", "services.import.too-large", List.of(3000L, 2048L))),
                Set.of(),
                progress.isCancelled());
    }

    private void imported(ImportSummary summary) {
        sheets.show("desktop.import.title", new ImportSummaryView(summary, words), 860, 520);
    }

    private void dropOnTheWindow(FxRobot robot) {
        robot.drag("#files").dropTo(robot.point(sheets.getScene()));
    }

    @Test
    void filesDroppedOnTheWindowAreImportedAndEachSkippedOneIsListedWithItsReason(FxRobot robot) throws Exception {
        dropOnTheWindow(robot);
        assertEquals(List.of(folder.resolve("片子 1.dcm"), folder.resolve("folder")), asked.poll(30, TimeUnit.SECONDS));
        until(() -> robot.lookup("#import-skipped").tryQuery().isPresent());
        TableView<Skipped> table = robot.lookup("#import-skipped").queryTableView();
        assertEquals(2, table.getItems().size());
        assertEquals("notes.txt", table.getColumns().get(0).getCellData(0));
        assertEquals(
                words.get("viewer.file.not-dicom"), table.getColumns().get(1).getCellData(0));
        String large = String.valueOf(table.getColumns().get(1).getCellData(1));
        assertTrue(large.contains("3,000") || large.contains("3000"), large);
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#import-skipped").tryQuery().isEmpty());
    }

    @Test
    void cancelIsHeardAtOnceAndSaysWhatWasKept(FxRobot robot) throws Exception {
        patient = true;
        dropOnTheWindow(robot);
        asked.poll(30, TimeUnit.SECONDS);
        until(() -> shell.status().cancelProperty().get() != null);
        robot.clickOn("#status-cancel");
        until(() -> robot.lookup("#import-skipped").tryQuery().isPresent());
        assertEquals(
                words.get("desktop.import.cancelled", 1, 0, 2),
                robot.lookup("#status-message").queryAs(Label.class).getText());
        assertFalse(robot.lookup("#status-cancel").queryButton().isVisible());
    }

    private static void until(java.util.concurrent.Callable<Boolean> fact) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
