package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;

/// In which unit the values of the active view are read, as a command.
// [impl->req~desk.suv~1]
final class UnitCommands {
    private final ReadingDeskModel desk;
    private final Command next;

    UnitCommands(ReadingDeskModel desk, ObservableBooleanValue filled) {
        this.desk = desk;
        this.next = new Command(
                "desk.unit-next",
                "desk.command.unit-next",
                new KeyCodeCombination(KeyCode.U),
                filled,
                () -> readable().ifPresent(OpenSet::readNextUnit));
    }

    List<Command> all() {
        return List.of(next);
    }

    /// The set in the view, or the one laid over it, whichever has other units.
    private Optional<OpenSet> readable() {
        ViewportModel view = desk.activeProperty().get();
        @Nullable FusedSet over = view.additions().fusedProperty().get();
        return Optional.ofNullable(view.setProperty().get())
                .filter(UnitCommands::hasOthers)
                .or(() -> Optional.ofNullable(over).map(FusedSet::set).filter(UnitCommands::hasOthers));
    }

    private static boolean hasOthers(OpenSet set) {
        return !set.displaySet().otherUnits().isEmpty();
    }
}
