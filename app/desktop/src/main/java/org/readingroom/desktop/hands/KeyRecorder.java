package org.readingroom.desktop.hands;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.Shortcuts;

/// Gives the next key pressed to a command; asks first where another has it. No controls.
///
/// **Thread:** FX.
// [impl->req~desk.key-record~1]
final class KeyRecorder {
    /// What the person is told.
    sealed interface State {
        record Idle() implements State {}

        record Waiting(Command command) implements State {}

        /// `holder` has the key that was pressed.
        record Taken(Command command, KeyCodeCombination key, Command holder) implements State {}

        record Reserved(Command command, KeyCodeCombination key) implements State {}
    }

    private final HandsModel hands;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

    KeyRecorder(HandsModel hands) {
        this.hands = hands;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The command that the next key is for.
    @Nullable
    Command waiting() {
        return switch (state.get()) {
            case State.Waiting waiting -> waiting.command();
            case State.Reserved reserved -> reserved.command();
            case State.Idle idle -> null;
            case State.Taken taken -> null;
        };
    }

    void begin(Command command) {
        state.set(new State.Waiting(command));
    }

    void leave() {
        state.set(new State.Idle());
    }

    /// Takes the key over that another has.
    void takeOver() {
        if (state.get() instanceof State.Taken taken) {
            hands.give(taken.command(), taken.key());
            leave();
        }
    }

    /// Hears a key; true when it was for a command. Escape leaves everything as it was.
    boolean press(KeyEvent event) {
        Command command = waiting();
        if (command == null) {
            return false;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            return true;
        }
        Shortcuts.pressed(event).ifPresent(key -> state.set(after(command, key)));
        return true;
    }

    private State after(Command command, KeyCodeCombination key) {
        if (hands.isReserved(command, key)) {
            return new State.Reserved(command, key);
        }
        Optional<Command> holder = hands.conflict(command, key);
        if (holder.isPresent()) {
            return new State.Taken(command, key, holder.get());
        }
        hands.give(command, key);
        return new State.Idle();
    }
}
