package org.readingroom.desktop.hanging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.ProtocolFile;
import org.readingroom.viewer.hanging.ShippedProtocols;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The protocols of one person, kept in a file of the home; those of the program until something is
/// changed.
///
/// The file holds rules and no patient. One that cannot be read is put aside, not written over.
///
/// **Thread:** FX; the file is small and local.
// [impl->req~hanging.kept~1]
public final class ProtocolShelf {
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolShelf.class);

    /// chosen: more than anyone takes back in one sitting.
    private static final int REMEMBERED = 50;

    private final Path file;
    private final ReadOnlyObjectWrapper<ShelfState> state;
    private final Deque<ShelfState> past = new ArrayDeque<>();
    private boolean couldNotBeRead;

    /// `person` is the id of the user, which is fit for a name of a file.
    public ProtocolShelf(Path home, String person) {
        this.file = home.resolve("hanging").resolve(person.replaceAll("[^A-Za-z0-9-]", "_") + ".json");
        this.state = new ReadOnlyObjectWrapper<>(load());
    }

    private ShelfState load() {
        List<HangingProtocol> shipped = ShippedProtocols.all();
        if (!Files.exists(file)) {
            return new ShelfState(true, shipped);
        }
        try {
            return ShelfFile.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("the hanging protocols of a person cannot be read and are put aside: {}", e.getMessage());
            couldNotBeRead = true;
            putAside();
            return new ShelfState(true, shipped);
        }
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("a damaged file of hanging protocols stays where it is: {}", e.toString());
        }
    }

    /// Whether the file was damaged when the program started.
    boolean couldNotBeRead() {
        return couldNotBeRead;
    }

    public ReadOnlyObjectProperty<ShelfState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public List<HangingProtocol> protocols() {
        return state.get().protocols();
    }

    public boolean hangsOnOpening() {
        return state.get().hangsOnOpening();
    }

    /// Changes the shelf and writes it.
    ///
    /// **Errors:** [IOException] when it cannot be written; it stays changed until the program ends.
    void change(UnaryOperator<ShelfState> edit) throws IOException {
        ShelfState before = state.get();
        ShelfState after = edit.apply(before);
        if (!after.equals(before)) {
            past.push(before);
            while (past.size() > REMEMBERED) {
                past.removeLast();
            }
            state.set(after);
            save();
        }
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    void undo() throws IOException {
        if (!past.isEmpty()) {
            state.set(past.pop());
            save();
        }
    }

    /// Takes the protocols of a file in, before all others; one whose id is here already gets a new one.
    void take(String json) throws IOException {
        List<HangingProtocol> read = ProtocolFile.read(json);
        change(now -> {
            Set<String> ids = new HashSet<>();
            now.protocols().forEach(protocol -> ids.add(protocol.id()));
            List<HangingProtocol> all = new ArrayList<>();
            read.forEach(protocol -> all.add(ids.add(protocol.id()) ? protocol : protocol.withId(newId())));
            all.addAll(now.protocols());
            return new ShelfState(now.hangsOnOpening(), all);
        });
    }

    /// An id that no other protocol anywhere has.
    static String newId() {
        return "user." + UUID.randomUUID();
    }

    Optional<HangingProtocol> find(String id) {
        return state.get().find(id);
    }

    private void save() throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, ShelfFile.write(state.get()), StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
