package org.readingroom.desktop.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.LocalName;
import org.readingroom.viewer.hanging.ProtocolFile;
import org.readingroom.viewer.hanging.ShippedProtocols;

// [utest->req~hanging.kept~1]
class ProtocolShelfTest {
    @TempDir
    Path home;

    private ProtocolShelf shelf() {
        return new ProtocolShelf(home, "person-1");
    }

    private static HangingProtocol mine(String id) {
        return ShippedProtocols.all().getFirst().withId(id).withName(LocalName.of("Mine " + id));
    }

    @Test
    void aFreshShelfHoldsWhatIsShippedAndWritesNothing() {
        assertEquals(ShippedProtocols.all(), shelf().protocols());
        assertTrue(shelf().hangsOnOpening());
        assertFalse(Files.exists(home.resolve("hanging")));
    }

    @Test
    void whatIsChangedSurvivesRestartForThisPersonOnly() throws IOException {
        shelf().change(state -> state.first(mine("a")).hangingOnOpening(false));
        ProtocolShelf again = shelf();
        assertEquals("a", again.protocols().getFirst().id());
        assertEquals(ShippedProtocols.all().size() + 1, again.protocols().size());
        assertFalse(again.hangsOnOpening());
        assertEquals(ShippedProtocols.all(), new ProtocolShelf(home, "person-2").protocols());
    }

    @Test
    void everyChangeCanBeTakenBack() throws IOException {
        ProtocolShelf shelf = shelf();
        String first = shelf.protocols().getFirst().id();
        shelf.change(state -> state.without(first));
        shelf.change(state -> state.moved(state.protocols().getFirst().id(), 2));
        shelf.change(state -> state.change(state.protocols().getLast().id(), protocol -> protocol.enabled(false)));
        shelf.undo();
        shelf.undo();
        shelf.undo();
        assertEquals(ShippedProtocols.all(), shelf.protocols());
        assertFalse(shelf.canUndo());
        assertEquals(ShippedProtocols.all(), shelf().protocols(), "taken back on the disk too");
    }

    @Test
    void movingStopsAtTheEnds() {
        ShelfState state = new ShelfState(true, List.of(mine("a"), mine("b")));
        assertEquals(state, state.moved("a", -1));
        assertEquals(state, state.moved("b", 1));
        assertEquals("b", state.moved("a", 1).protocols().getFirst().id());
        assertEquals(state, state.moved("nobody", 1));
    }

    @Test
    void aDamagedFileIsPutAsideAndSaidNotWrittenOver() throws IOException {
        shelf().change(state -> state.first(mine("a")));
        Path file = home.resolve("hanging").resolve("person-1.json");
        String whole = Files.readString(file);
        String cut = whole.substring(0, whole.length() / 2);
        Files.writeString(file, cut);
        ProtocolShelf shelf = shelf();
        assertTrue(shelf.couldNotBeRead());
        assertEquals(ShippedProtocols.all(), shelf.protocols());
        assertEquals(cut, Files.readString(home.resolve("hanging").resolve("person-1.json.damaged")));
        shelf.change(state -> state.first(mine("b")));
        assertFalse(shelf().couldNotBeRead());
        assertEquals(cut, Files.readString(home.resolve("hanging").resolve("person-1.json.damaged")));
    }

    @Test
    void importedProtocolsComeFirstUnderIdsOfTheirOwn() throws IOException {
        ProtocolShelf shelf = shelf();
        shelf.take(
                ProtocolFile.write(List.of(mine("new"), ShippedProtocols.all().get(3))));
        assertEquals("new", shelf.protocols().getFirst().id());
        long different =
                shelf.protocols().stream().map(HangingProtocol::id).distinct().count();
        assertEquals(shelf.protocols().size(), different);
        assertEquals(ShippedProtocols.all().size() + 2, shelf.protocols().size());
    }

    @Test
    void nothingOfADamagedImportIsTaken() {
        ProtocolShelf shelf = shelf();
        String good = ProtocolFile.write(List.of(mine("new")));
        assertThrows(IOException.class, () -> shelf.take(good.replace("\"rows\" : 1", "\"rows\" : 99")));
        assertEquals(ShippedProtocols.all(), shelf.protocols());
    }
}
