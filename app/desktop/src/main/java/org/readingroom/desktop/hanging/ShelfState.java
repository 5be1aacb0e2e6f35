package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.readingroom.viewer.hanging.HangingProtocol;

/// The protocols of one person in their order, and whether they hang what is opened. Immutable, so
/// that any change can be taken back.
public record ShelfState(boolean hangsOnOpening, List<HangingProtocol> protocols) {
    public ShelfState {
        protocols = List.copyOf(protocols);
    }

    ShelfState hangingOnOpening(boolean does) {
        return new ShelfState(does, protocols);
    }

    /// Puts one before all others.
    ShelfState first(HangingProtocol protocol) {
        List<HangingProtocol> all = new ArrayList<>(protocols);
        all.removeIf(other -> other.id().equals(protocol.id()));
        all.addFirst(protocol);
        return new ShelfState(hangsOnOpening, all);
    }

    ShelfState after(String id, HangingProtocol protocol) {
        List<HangingProtocol> all = new ArrayList<>(protocols);
        all.add(Math.max(0, index(id) + 1), protocol);
        return new ShelfState(hangsOnOpening, all);
    }

    ShelfState change(String id, UnaryOperator<HangingProtocol> change) {
        return new ShelfState(
                hangsOnOpening,
                protocols.stream()
                        .map(protocol -> protocol.id().equals(id) ? change.apply(protocol) : protocol)
                        .toList());
    }

    ShelfState without(String id) {
        return new ShelfState(
                hangsOnOpening,
                protocols.stream().filter(protocol -> !protocol.id().equals(id)).toList());
    }

    ShelfState moved(String id, int by) {
        int from = index(id);
        int to = from + by;
        if (from < 0 || to < 0 || to >= protocols.size()) {
            return this;
        }
        List<HangingProtocol> all = new ArrayList<>(protocols);
        all.add(to, all.remove(from));
        return new ShelfState(hangsOnOpening, all);
    }

    Optional<HangingProtocol> find(String id) {
        return protocols.stream().filter(protocol -> protocol.id().equals(id)).findFirst();
    }

    private int index(String id) {
        return protocols.stream().map(HangingProtocol::id).toList().indexOf(id);
    }
}
