package org.readingroom.desktop.hanging;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes the shelf for a person, and says so when it could not be kept.
///
/// **Thread:** FX.
final class HangingShelfActions {
    private static final Logger LOG = LoggerFactory.getLogger(HangingShelfActions.class);

    private final ProtocolShelf shelf;
    private final StatusViewModel status;
    private final Words words;

    HangingShelfActions(ProtocolShelf shelf, StatusViewModel status, Words words) {
        this.shelf = shelf;
        this.status = status;
        this.words = words;
    }

    ProtocolShelf shelf() {
        return shelf;
    }

    boolean hangsOnOpening() {
        return shelf.hangsOnOpening();
    }

    void hangOnOpening(boolean does) {
        change(state -> state.hangingOnOpening(does));
    }

    /// Returns whether it was written to the disk.
    boolean change(UnaryOperator<ShelfState> edit) {
        try {
            shelf.change(edit);
            return true;
        } catch (IOException e) {
            lost(e);
            return false;
        }
    }

    void undo() {
        try {
            shelf.undo();
        } catch (IOException e) {
            lost(e);
        }
    }

    private void lost(IOException fault) {
        LOG.warn("hanging protocols could not be written: {}", fault.toString());
        status.say(Tone.CRITICAL, words.get("desk.hanging.not-kept"));
    }
}
