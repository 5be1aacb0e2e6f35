package org.readingroom.desktop.hands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.model.WorkstationException;

class HandsModelTest {
    private static final KeyCodeCombination Q = new KeyCodeCombination(KeyCode.Q);
    private static final KeyCodeCombination R = new KeyCodeCombination(KeyCode.R);

    @TempDir
    Path home;

    private final Command fit = command("desk.fit", new KeyCodeCombination(KeyCode.F));
    private final Command rotate = command("desk.rotate", R);
    private final Command refresh = command("refresh", new KeyCodeCombination(KeyCode.F5));

    private static Command command(String id, KeyCombination key) {
        return new Command(id, id, key, new SimpleBooleanProperty(true), () -> {});
    }

    private HandsModel start(String login) {
        CommandRegistry registry = new CommandRegistry();
        List.of(fit, rotate, refresh).forEach(registry::add);
        return new HandsModel(registry, WindowMemory.of(home), login);
    }

    private static KeyEvent press(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    // [utest->req~desk.hands~1]
    @Test
    void whatWasSetSurvivesARestartForThatPersonAlone() {
        HandsModel hands = start("wang");
        hands.give(fit, Q);
        hands.move(MouseMove.LEFT, MouseAct.PAN);
        hands.use(HandProfile.HOROS);
        assertEquals("F", Shortcuts.shown(fit.shortcut()), "each profile has its own changes");
        assertEquals("I", Shortcuts.shown(rotate.shortcut()));
        assertEquals(MouseAct.WINDOW, hands.mouseProperty().get().act(MouseMove.LEFT));
        hands.clear(refresh);

        HandsModel again = start("wang");
        assertEquals(HandProfile.HOROS, again.profileProperty().get());
        assertNull(refresh.shortcut());
        again.use(HandProfile.READING_ROOM);
        assertEquals("Q", Shortcuts.shown(fit.shortcut()));
        assertEquals("F5", Shortcuts.shown(refresh.shortcut()));
        assertEquals(MouseAct.PAN, again.mouseProperty().get().act(MouseMove.LEFT));

        HandsModel other = start("li");
        assertEquals(HandProfile.READING_ROOM, other.profileProperty().get());
        assertEquals("F", Shortcuts.shown(fit.shortcut()));
    }

    @Test
    void aKeyTakenOverLeavesTheOtherWithoutUntilOneOfThemIsReset() {
        HandsModel hands = start("wang");
        assertEquals(rotate, hands.conflict(fit, R).orElseThrow());
        assertTrue(hands.conflict(rotate, R).isEmpty());
        hands.give(fit, R);
        assertEquals("R", Shortcuts.shown(fit.shortcut()));
        assertNull(rotate.shortcut());
        assertTrue(hands.isChanged(fit) && hands.isChanged(rotate) && !hands.isChanged(refresh));
        hands.reset(rotate);
        assertEquals("R", Shortcuts.shown(rotate.shortcut()));
        assertEquals("F", Shortcuts.shown(fit.shortcut()));
        hands.give(fit, Q);
        hands.move(MouseMove.WHEEL, MouseAct.ZOOM);
        hands.resetAll();
        assertEquals("F", Shortcuts.shown(fit.shortcut()));
        assertEquals(MouseMap.USUAL, hands.mouseProperty().get());
    }

    // [utest->req~desk.key-record~1]
    @Test
    void recordingAsksBeforeItTakesAKeyAndEscapeLeavesAll() {
        HandsModel hands = start("wang");
        KeyRecorder recorder = new KeyRecorder(hands);
        assertFalse(recorder.press(press(KeyCode.Q)), "nothing waits for a key");
        recorder.begin(fit);
        assertTrue(recorder.press(press(KeyCode.SHIFT)));
        assertEquals(fit, recorder.waiting(), "a modifier alone is no key");
        recorder.press(press(KeyCode.R));
        KeyRecorder.State.Taken taken = assertInstanceOf(
                KeyRecorder.State.Taken.class, recorder.stateProperty().get());
        assertEquals(rotate, taken.holder());
        assertEquals("F", Shortcuts.shown(fit.shortcut()), "nothing is taken before the answer");
        recorder.leave();
        assertEquals("R", Shortcuts.shown(rotate.shortcut()));
        recorder.begin(fit);
        recorder.press(press(KeyCode.R));
        recorder.takeOver();
        assertEquals("R", Shortcuts.shown(fit.shortcut()));
        recorder.begin(refresh);
        recorder.press(press(KeyCode.R));
        assertInstanceOf(
                KeyRecorder.State.Reserved.class, recorder.stateProperty().get());
        recorder.press(press(KeyCode.ESCAPE));
        assertEquals("F5", Shortcuts.shown(refresh.shortcut()));
        assertFalse(recorder.press(press(KeyCode.Q)));
    }

    @Test
    void aProfileGoesThroughAFileToAnotherPerson() throws Exception {
        HandsModel hands = start("wang");
        hands.use(HandProfile.OHIF);
        hands.give(fit, Q);
        hands.clear(rotate);
        hands.move(MouseMove.RIGHT, MouseAct.NOTHING);
        Path file = home.resolve("keys.json");
        hands.exportTo(file);
        HandsModel other = start("li");
        other.importFrom(file);
        assertEquals(HandProfile.OHIF, other.profileProperty().get());
        assertEquals("Q", Shortcuts.shown(fit.shortcut()));
        assertNull(rotate.shortcut());
        assertEquals(MouseAct.NOTHING, other.mouseProperty().get().act(MouseMove.RIGHT));
        assertEquals(hands.hands(), start("li").hands(), "kept");
    }

    @Test
    void whatIsNoFileOfKeysIsRefusedAndChangesNothing() throws IOException {
        HandsModel hands = start("wang");
        hands.give(fit, Q);
        Hands before = hands.hands();
        Map<String, String> files = Map.of(
                "",
                "desktop.hands.unreadable",
                "[]",
                "desktop.hands.unreadable",
                "{\"version\":1,\"profile\":\"radar\"}",
                "desktop.hands.unreadable",
                "{\"version\":2,\"profile\":\"horos\"}",
                "desktop.hands.newer",
                "{\"version\":1,\"profile\":\"horos\",\"keys\":{\"a\":\"Banana\"}}",
                "desktop.hands.unreadable",
                "{\"version\":1,\"profile\":\"horos\",\"keys\":{\"desk.a\":\"Shift+Q\",\"desk.b\":\"Shift+Q\"}}",
                "desktop.hands.twice",
                "{\"version\":1,\"profile\":\"horos\",\"mouse\":{\"left\":\"page\"}}",
                "desktop.hands.unreadable",
                "{\"version\":1,\"profile\":\"horos\",\"mouse\":{\"foot\":\"pan\"}}",
                "desktop.hands.unreadable",
                "x".repeat(HandsJson.LONGEST + 1),
                "desktop.hands.unreadable");
        for (Map.Entry<String, String> bad : files.entrySet()) {
            Path file = Files.writeString(home.resolve("bad.json"), bad.getKey());
            WorkstationException told = assertThrows(WorkstationException.class, () -> hands.importFrom(file));
            assertEquals(bad.getValue(), told.messageKey(), bad.getKey());
            assertEquals(before, hands.hands());
        }
        Path nowhere = home.resolve("nowhere.json");
        assertThrows(WorkstationException.class, () -> hands.importFrom(nowhere));
        Path folder = Files.createDirectory(home.resolve("folder.json"));
        assertThrows(WorkstationException.class, () -> hands.importFrom(folder));
    }

    /// What no recorder would take must not come in by a file or by settings edited by hand.
    @Test
    void reservedKeysAreRefusedInFilesAndLeftOutOfSettings() throws Exception {
        HandsModel hands = start("wang");
        hands.give(fit, Q);
        Hands before = hands.hands();
        for (String keys : List.of(
                "{\"desk.fit\":\"Esc\"}",
                "{\"refresh\":\"Q\"}",
                "{\"refresh\":\"Shortcut+C\"}",
                "{\"report.sign\":\"Ctrl+V\"}")) {
            String json = "{\"version\":1,\"profile\":\"reading-room\",\"keys\":" + keys + "}";
            Path file = Files.writeString(home.resolve("reserved.json"), json);
            WorkstationException told = assertThrows(WorkstationException.class, () -> hands.importFrom(file), keys);
            assertEquals("desktop.hands.reserved-file", told.messageKey(), keys);
            assertEquals(before, hands.hands());
            WindowMemory memory = WindowMemory.of(home);
            memory.keep("hands.reading-room.li", json);
            memory.save();
            assertEquals(Hands.UNCHANGED, start("li").hands(), keys);
        }
        Path file = Files.writeString(
                home.resolve("good.json"),
                "{\"version\":1,\"profile\":\"reading-room\",\"keys\":{\"refresh\":\"Ctrl+K\",\"desk.fit\":\"Q\"}}");
        hands.importFrom(file);
        assertEquals("Ctrl+K", Shortcuts.shown(refresh.shortcut()));
    }

    /// Somebody edits the settings by hand, or a disk loses half of them.
    @Test
    void damagedSettingsAreLeftOut() {
        WindowMemory memory = WindowMemory.of(home);
        memory.keep("hands.reading-room.wang", "{\"version\":1,");
        memory.keep("hands.profile.wang", "radar");
        memory.save();
        HandsModel hands = start("wang");
        assertEquals(HandProfile.READING_ROOM, hands.profileProperty().get());
        assertEquals(Hands.UNCHANGED, hands.hands());
    }
}
