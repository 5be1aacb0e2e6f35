package org.readingroom.desktop.boot;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.tools.KeyImages;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.model.FrameRef;

/// Marking the picture in the active view as a key image, and saying why.
///
/// **Thread:** FX.
final class KeyImageCommands {
    private final KeyImages images;
    private final ObservableBooleanValue inFocus;
    private final SheetLayer sheets;
    private final Words words;

    KeyImageCommands(KeyImages images, ObservableBooleanValue inFocus, SheetLayer sheets, Words words) {
        this.images = images;
        this.inFocus = inFocus;
        this.sheets = sheets;
        this.words = words;
    }

    void addTo(CommandList commands) {
        commands.add("key-image", Shortcuts.key(KeyCode.S), inFocus, images::toggle);
        commands.add(
                "key-image-note",
                Shortcuts.key(KeyCode.K, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                inFocus,
                () -> images.withFrame(this::ask));
    }

    private void ask(FrameRef frame) {
        String before = images.find(frame).map(KeyImage::note).orElse("");
        LineSheet.show(sheets, words, "desktop.key-image.title", "desktop.key-image.prompt", before, note -> {
            images.note(frame, note);
        });
    }
}
