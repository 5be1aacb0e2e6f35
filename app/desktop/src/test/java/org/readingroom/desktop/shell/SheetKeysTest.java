package org.readingroom.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What the keyboard reaches while a sheet is open.
// [utest->req~desk.sheet-keys~1]
@Tag("ui")
class SheetKeysTest {
    private final List<String> acts = new ArrayList<>();
    private final CommandRegistry commands = new CommandRegistry();
    private TextField below;
    private TextField reason;
    private Button last;
    private Stage stage;
    private SheetLayer sheets;
    private Puppet person;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            Theme.install();
            below = new TextField();
            reason = new TextField();
            last = new Button();
            Words words = new Words(Locale.ENGLISH);
            command("report.sign", Shortcuts.ctrl(KeyCode.ENTER));
            command("desk.invert", Shortcuts.key(KeyCode.I));
            command("help", Shortcuts.key(KeyCode.F1));
            command("lock", Shortcuts.ctrl(KeyCode.L));
            command("palette", Shortcuts.ctrl(KeyCode.K));
            sheets = new SheetLayer(words);
            ShellView shell = new ShellView(new ShellViewModel(), commands, sheets, words);
            below.setOnAction(event -> acts.add("below"));
            shell.fill(Place.LIST, new VBox(below));
            stage = new Stage();
            stage.setScene(new Scene(shell, 1000, 700));
            Theme.dress(stage.getScene());
            stage.show();
            person = new Puppet(stage.getScene());
            below.requestFocus();
        });
    }

    @AfterEach
    void close() throws Exception {
        if (stage != null) {
            onFx(() -> stage.hide());
        }
    }

    private void command(String id, KeyCombination key) {
        commands.add(new Command(id, id, key, new SimpleBooleanProperty(true), () -> acts.add(id)));
    }

    private void showSheet() {
        sheets.show("desktop.help.title", new VBox(reason, last), 500, 400);
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    @Test
    void noKeyOfTheDeskReachesThroughASheet() throws Exception {
        onFx(() -> {
            person.press(KeyCode.ENTER, Modifier.CTRL);
            assertEquals(List.of("report.sign"), acts);
            acts.clear();
            showSheet();
            person.press(KeyCode.ENTER, Modifier.CTRL);
            last.requestFocus();
            person.press(KeyCode.ENTER, Modifier.CTRL);
            person.press(KeyCode.I);
            assertEquals(List.of(), acts);
            sheets.close();
            person.press(KeyCode.ENTER, Modifier.CTRL);
            assertEquals(List.of("report.sign"), acts);
        });
    }

    @Test
    void helpPaletteAndLockAreHeardOverASheet() throws Exception {
        onFx(() -> {
            showSheet();
            person.press(KeyCode.F1);
            person.press(KeyCode.K, Modifier.CTRL);
            person.press(KeyCode.L, Modifier.CTRL);
        });
        assertEquals(List.of("help", "palette", "lock"), acts);
    }

    @Test
    void whatIsCoveredTakesNoKeyboard() throws Exception {
        onFx(() -> {
            showSheet();
            last.requestFocus();
            // as a study does that opens meanwhile
            below.requestFocus();
            assertEquals(last, stage.getScene().getFocusOwner());
            person.press(below, KeyCode.ENTER);
            assertEquals(List.of(), acts);
            sheets.close();
            assertEquals(below, stage.getScene().getFocusOwner());
            person.press(KeyCode.ENTER);
            assertEquals(List.of("below"), acts);
        });
    }

    @Test
    void behindTheLastFieldComesTheFirstAgain() throws Exception {
        onFx(() -> {
            showSheet();
            List<Object> been = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                person.press(KeyCode.TAB);
                been.add(stage.getScene().getFocusOwner());
            }
            assertTrue(been.lastIndexOf(reason) > been.indexOf(last), been.toString());
            assertTrue(!been.contains(below), been.toString());
        });
    }

    @Test
    void escapeClosesASheetFromItsListsAndTreesToo() throws Exception {
        onFx(() -> {
            for (Control inside : List.of(new ListView<>(), new TreeView<>(), new TableView<>(), new TextField())) {
                sheets.show("desktop.help.title", new VBox(inside), 500, 400);
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                inside.requestFocus();
                assertEquals(inside, stage.getScene().getFocusOwner());
                person.press(KeyCode.ESCAPE);
                assertFalse(sheets.openProperty().get(), inside.getClass().getSimpleName());
            }
        });
    }

    /// Locking the window takes the sheet out and brings it back; the places then ask for the keyboard.
    @Test
    void theSheetHasTheKeyboardAgainAfterUnlocking() throws Exception {
        onFx(() -> {
            showSheet();
            last.requestFocus();
            Scene scene = stage.getScene();
            var shell = scene.getRoot();
            scene.setRoot(new VBox(new Button()));
            scene.setRoot(shell);
            below.requestFocus();
            assertEquals(last, scene.getFocusOwner());
        });
    }

    private static void onFx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }
}
